import { expect, it } from 'vitest';
import type { Experiment, Layer } from '../experiment/schema';
import { ficonnVowels } from '../experiment/presets';
import { networkForward } from './network';
import { planOf, randomBatch } from './gradient.fixture';
import { logitGradient } from './logit-gradient';
import type { Plan } from './plan';
import { ROLE } from './plan';

const flawed: Partial<Experiment> = {
  hardware: {
    ...ficonnVowels.hardware,
    splitterError: 0.05,
    phaseError: 0.1,
    insertionLoss: 0.4,
    crosstalk: { strength: 1, columnPitch: 24, rowPitch: 40, armPitch: 10 },
  },
};

const cases: readonly [string, Partial<Layer>, Partial<Experiment>][] = [
  ['one mesh a layer', { nonlinearity: { kind: 'power' } }, {}],
  ['U·Σ·V with errors, loss and heat', { form: 'usv', nonlinearity: { kind: 'power' } }, flawed],
  ['real weights on a chip with errors', { form: 'usv', weights: 'real' }, flawed],
  ['powers that are not divided by their sum', {}, { readout: { normalise: false, scale: 3, loss: 'mse' } }],
  [
    'modulators that learn',
    { form: 'u-diag', nonlinearity: { kind: 'nofu', kappa: 5, r: 0.6, a: 0.97 } },
    {},
  ],
];

/** The logit as the network's forward pass gives it. */
function logitAt(plan: Plan, parameters: Float64Array, ofClass: number): number {
  const out = networkForward(plan, parameters, randomBatch(plan.modes, 1), 1);
  const power = Array.from({ length: plan.classes }, (_, c) => out.re[c]! ** 2 + out.im[c]! ** 2);
  const norm = plan.readout.normalise ? power.reduce((a, b) => a + b, 0) : 1;
  return (plan.readout.scale * power[ofClass]!) / norm;
}

it.each(cases)('has the slopes that finite differences have: %s', (_, layer, change) => {
  const plan = planOf(layer, change);
  const ofClass = 1;
  // Away from whole turns, where the heat of a phase jumps.
  const parameters = plan.initial.map((value) => value + 0.1);
  const { logit, gradient } = logitGradient(plan, parameters, randomBatch(plan.modes, 1), ofClass);
  expect(logit).toBeCloseTo(logitAt(plan, parameters, ofClass), 12);
  const h = 1e-5;
  const moved = (i: number, by: number): number => {
    const there = parameters.slice();
    there[i] = there[i]! + by;
    return logitAt(plan, there, ofClass);
  };
  let largest = 0;
  let worst = 0;
  plan.roles.forEach((role, i) => {
    if ((role & ROLE.phase) === 0) return;
    const slope = (8 * (moved(i, h) - moved(i, -h)) - (moved(i, 2 * h) - moved(i, -2 * h))) / (12 * h);
    largest = Math.max(largest, Math.abs(slope));
    worst = Math.max(worst, Math.abs(slope - gradient[i]!));
  });
  expect(largest).toBeGreaterThan(1e-3);
  expect(worst / largest).toBeLessThan(1e-7);
});
