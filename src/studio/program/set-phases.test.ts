import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { layerMatrix } from '../../learning/layer-matrix';
import type { Plan } from '../../learning/plan';
import { block, distance, frobenius, scaled } from '../../photonics/complex-matrix';
import { MESH_KINDS } from '../../photonics/mesh';
import { haarMatrix } from '../../photonics/programming/matrix-sources';
import { programMatrix } from '../../photonics/programming/program';
import { changesFor } from './set-phases';
import type { Part } from './target';
import { hasErrors, linearOf, targetFault, targetOf } from './target';

function planOf(change: Partial<Experiment>): Plan {
  const plan = compilePlan({ ...ficonnVowels, modes: 8, ...change }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

const flawed = { ...ficonnVowels.hardware, splitterError: 0.01, phaseError: 0.05 };
const universal = ['rectangular', 'triangular', 'diamond', 'three-splitter'] as const;

describe.each(universal)('%s', (mesh) => {
  it.each(['layer', 'U', 'V'] as const)(
    'sets a matrix on %s of a flawed layer, and moves nothing else',
    (part) => {
      const layers = ficonnVowels.layers.map((layer) => ({ ...layer, mesh, form: 'usv' as const }));
      const plan = planOf({ layers, hardware: flawed });
      const target = targetOf(plan, { stage: 0, block: 0 }, 1, part);
      if (target === undefined) throw new Error('expected a target');
      expect(hasErrors(target)).toBe(true);
      const wanted = haarMatrix(target.size, 5);
      const programmed = programMatrix({
        rows: target.size,
        columns: target.size,
        matrix: wanted,
        mesh,
        modes: 8,
        form: part === 'layer' ? 'usv' : 'u',
        flaws: target.meshes.map(({ flaws }) => flaws),
      });
      if (!programmed.ok) throw new Error(programmed.fault.message);
      const changes = changesFor(target, programmed.value);
      if (!changes.ok) throw new Error(changes.fault.message);
      const parameters = plan.initial.slice();
      for (const { offset, value } of changes.value) parameters[offset] = value;
      const { matrix } = layerMatrix(linearOf(target), parameters);
      const done = scaled(
        block(matrix, 8, target.firstPort, target.firstPort, target.size, target.size),
        programmed.value.gain,
      );
      const deviation = distance(done, wanted) / frobenius(wanted);
      expect(deviation).toBeCloseTo(programmed.value.residual, 9);
      expect(deviation).toBeLessThan(0.05);
      const touched = new Set(changes.value.map(({ offset }) => offset));
      const outside = (layer: number): boolean => {
        const linear = plan.layers[layer];
        return [linear?.mesh, linear?.before].every(
          (each) => each === undefined || !touched.has(each.thetaOffset),
        );
      };
      expect(outside(0) && outside(2)).toBe(true);
    },
  );
});

it('offers what a layer has', () => {
  const plan = planOf({});
  const part = (wanted: Part) => targetOf(plan, { stage: 0, block: 0 }, 0, wanted)?.part;
  expect(part('layer')).toBe('U');
  expect(part('V')).toBe('U');
  const plain = targetOf(plan, { stage: 0, block: 0 }, 0, 'U');
  expect(plain && hasErrors(plain)).toBe(false);
});

it('knows which real meshes cannot be set', () => {
  for (const mesh of MESH_KINDS) {
    const layers = ficonnVowels.layers.map((layer) => ({ ...layer, mesh, weights: 'real' as const }));
    const target = targetOf(planOf({ layers }), { stage: 0, block: 0 }, 0, 'U');
    if (target === undefined) throw new Error('expected a target');
    expect(targetFault(target) !== undefined).toBe(mesh === 'three-splitter');
    expect(hasErrors(target)).toBe(false);
  }
});
