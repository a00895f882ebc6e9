import { describe, expect, it } from 'vitest';
import { PLAIN_LAYER } from '../../experiment/defaults';
import { compilePlan } from '../../learning/compile-plan';
import { withDie } from '../../learning/die';
import { layerMatrix } from '../../learning/layer-matrix';
import { idealDie } from '../../learning/methods/twin';
import type { Plan } from '../../learning/plan';
import { correctedFor } from './correct-die';
import { DieSeries } from './dies';
import { withHardware } from './study.fixture';

describe('correcting a die', () => {
  it.each(['complex', 'real'] as const)('gives back the matrices of an ideal chip: %s weights', (weights) => {
    // Small splitter errors: every interferometer of these Haar-random meshes stays within reach.
    const experiment = {
      ...withHardware({ splitterError: 1e-4, phaseError: 0.3 }),
      layers: [{ ...PLAIN_LAYER, form: 'usv', weights } as const, PLAIN_LAYER],
    };
    const compiled = compilePlan(experiment, { trainSamples: 20, classes: 6 });
    if (!compiled.ok) throw new Error(compiled.fault.message);
    const plan: Plan = compiled.value;
    const die = new DieSeries(plan, experiment.hardware, { kind: 'all' }).at(3);
    const matrices = (of: Plan, parameters: Float64Array) =>
      of.layers.flatMap((layer) => {
        const { re, im } = layerMatrix(layer, parameters).matrix;
        return [...re, ...im];
      });
    const wanted = matrices(withDie(plan, idealDie(plan)), plan.initial);
    const flawed = withDie(plan, die);
    const miss = (parameters: Float64Array) =>
      Math.max(...matrices(flawed, parameters).map((value, i) => Math.abs(value - (wanted[i] ?? NaN))));
    expect(miss(plan.initial)).toBeGreaterThan(0.1);
    expect(miss(correctedFor(plan, plan.initial, die))).toBeLessThan(1e-9);
  });
});
