import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { Layer } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { layerMatrix } from '../../learning/layer-matrix';
import type { Plan } from '../../learning/plan';
import { distance } from '../../photonics/complex-matrix';
import { CONVENTIONS, meshFromConvention } from '../../photonics/programming/conventions';
import { meshMatrix } from '../../photonics/propagate';
import { phasesAsCsv, phasesAsJson } from './export-phases';
import type { Part, Target } from './target';
import { linearOf, targetOf } from './target';

function planOf(part: Partial<Layer>): Plan {
  const layers = ficonnVowels.layers.map((layer) => ({ ...layer, ...part }));
  const plan = compilePlan({ ...ficonnVowels, layers }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function target(plan: Plan, part: Part): Target {
  const found = targetOf(plan, { stage: 0, block: 0 }, 1, part);
  if (found === undefined) throw new Error('expected a target');
  return found;
}

interface Exported {
  readonly of: string;
  readonly attenuator_angles?: readonly number[];
  readonly meshes: readonly {
    readonly role: string;
    readonly interferometers: readonly { readonly theta: number; readonly phi: number }[];
    readonly port_phases: { readonly at: string; readonly values: readonly number[] };
  }[];
}

describe.each(CONVENTIONS)('%s', (convention) => {
  it.each(['complex', 'real'] as const)('gives back the same %s matrix', (weights) => {
    const plan = planOf({ weights });
    const chosen = target(plan, 'U');
    const text = phasesAsJson(chosen, plan.initial, convention);
    if (!text.ok) throw new Error(text.fault.message);
    const { meshes, of } = JSON.parse(text.value) as Exported;
    const [mesh] = meshes;
    const [topology] = chosen.meshes.map((each) => each.topology);
    if (mesh === undefined || topology === undefined) throw new Error('expected a mesh');
    const back = meshFromConvention(convention, topology, {
      theta: Float64Array.from(mesh.interferometers, ({ theta }) => theta),
      phi: Float64Array.from(mesh.interferometers, ({ phi }) => phi),
      ports: Float64Array.from(mesh.port_phases.values),
    });
    if (!back.ok) throw new Error(back.fault.message);
    const { matrix } = layerMatrix(linearOf(chosen), plan.initial);
    expect(distance(meshMatrix(topology, back.value), matrix)).toBeLessThan(1e-10);
    expect(of).toBe('Layer 2');
  });
});

it('writes a line for every part, V before U, with attenuators in JSON', () => {
  const plan = planOf({ form: 'usv' });
  const chosen = target(plan, 'layer');
  const csv = phasesAsCsv(chosen, plan.initial, 'studio');
  if (!csv.ok) throw new Error(csv.fault.message);
  const lines = csv.value.trimEnd().split('\n');
  expect(lines).toHaveLength(1 + 2 * (15 + 6));
  expect(lines[1]).toMatch(/^V,interferometer,0,0,1,-?[\d.]+,-?[\d.]+$/);
  expect(lines.at(-1)).toMatch(/^U,output,,5,,,-?[\d.]+$/);
  const json = phasesAsJson(chosen, plan.initial, 'studio');
  if (!json.ok) throw new Error(json.fault.message);
  const document = JSON.parse(json.value) as Exported;
  expect(document.meshes.map(({ role }) => role)).toEqual(['V', 'U']);
  expect(document.attenuator_angles).toHaveLength(6);
});

it('names why a mesh with fixed couplers has no phases elsewhere', () => {
  const plan = planOf({ mesh: 'three-splitter' });
  const chosen = target(plan, 'U');
  expect(phasesAsCsv(chosen, plan.initial, 'studio').ok).toBe(true);
  expect(phasesAsCsv(chosen, plan.initial, 'clements')).toMatchObject({
    ok: false,
    fault: { code: 'programming/convention' },
  });
});
