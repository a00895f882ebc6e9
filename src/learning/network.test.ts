import { describe, expect, it } from 'vitest';
import { PLAIN_LAYER } from '../experiment/defaults';
import { ficonnVowels } from '../experiment/presets';
import type { Experiment, Nonlinearity } from '../experiment/schema';
import { normal, uniform } from '../lib/rng';
import { compilePlan } from './compile-plan';
import { networkGradient } from './network';
import { FORMS, NONLINEARITIES } from './nonlinearities.fixture';
import type { Plan } from './plan';

const LANES = 5;

function planFor(
  form: (typeof FORMS)[number],
  nonlinearity: Nonlinearity,
  change: Partial<Experiment> = {},
): Plan {
  const layer = { ...PLAIN_LAYER, form, gain: 1.3, nonlinearity };
  const result = compilePlan(
    { ...ficonnVowels, modes: 4, layers: [layer, layer], ...change },
    { trainSamples: 9, classes: 3 },
  );
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function worstError(plan: Plan): number {
  const size = plan.modes * LANES;
  const input = {
    re: Float64Array.from({ length: size }, (_, i) => normal(3, 90, i)),
    im: Float64Array.from({ length: size }, (_, i) => normal(3, 91, i)),
  };
  const labels = [0, 1, 2, 0, 1];
  const parameters = plan.initial.map((value, i) => value + 0.1 * uniform(5, 92, i));
  const { gradient } = networkGradient(plan, parameters, input, labels, LANES);
  const lossAt = (i: number, delta: number): number => {
    const moved = parameters.slice();
    moved[i] = (moved[i] ?? 0) + delta;
    return networkGradient(plan, moved, input, labels, LANES).loss;
  };
  const h = 1e-5;
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < plan.parameterCount; i++) {
    // Five-point stencil: error O(h⁴), far below the tolerance.
    const slope = (8 * (lossAt(i, h) - lossAt(i, -h)) - (lossAt(i, 2 * h) - lossAt(i, -2 * h))) / (12 * h);
    worst = Math.max(worst, Math.abs(slope - (gradient[i] ?? 0)));
    largest = Math.max(largest, Math.abs(slope));
  }
  return worst / largest;
}

describe('exact gradients against finite differences', () => {
  for (const nonlinearity of NONLINEARITIES) {
    it.each(FORMS)(`${nonlinearity.kind} in a %s layer`, (form) => {
      expect(worstError(planFor(form, nonlinearity))).toBeLessThan(1e-7);
    });
  }

  it('with splitter errors, phase errors and loss', () => {
    const hardware = { ...ficonnVowels.hardware, splitterError: 0.1, phaseError: 0.1, insertionLoss: 0.5 };
    expect(worstError(planFor('usv', { kind: 'kerr', g: 0.5 }, { hardware }))).toBeLessThan(1e-7);
  });

  it.each([
    { normalise: true, scale: 5, loss: 'cross-entropy' },
    { normalise: true, scale: 1, loss: 'mse' },
    { normalise: false, scale: 0.3, loss: 'mse' },
  ] as const)('with readout %o', (readout) => {
    expect(worstError(planFor('u', { kind: 'modulus' }, { readout }))).toBeLessThan(1e-7);
  });
});
