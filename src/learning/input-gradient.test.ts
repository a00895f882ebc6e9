import { describe, expect, it } from 'vitest';
import { planOf, randomBatch } from './gradient.fixture';
import { inputGradient } from './input-gradient';
import { networkForward } from './network';
import { FORMS, NONLINEARITIES } from './nonlinearities.fixture';
import type { Plan } from './plan';
import type { ComplexPlanes } from '../photonics/propagate';

function score(plan: Plan, fields: ComplexPlanes, answer: number): number {
  const out = networkForward(plan, plan.initial, fields, 1);
  const power = Array.from({ length: plan.classes }, (_, c) => (out.re[c] ?? 0) ** 2 + (out.im[c] ?? 0) ** 2);
  const total = power.reduce((sum, value) => sum + value, 0);
  return (plan.readout.scale * (power[answer] ?? 0)) / (plan.readout.normalise ? total : 1);
}

/** Largest gap to finite differences over all fields. */
function worstError(plan: Plan): number {
  const fields = randomBatch(plan.modes, 1);
  const gradient = inputGradient(plan, plan.initial, fields, 1);
  let worst = 0;
  for (const part of ['re', 'im'] as const) {
    for (let mode = 0; mode < plan.modes; mode++) {
      const moved = (delta: number): number => {
        const other = { re: fields.re.slice(), im: fields.im.slice() };
        other[part][mode] = (other[part][mode] ?? 0) + delta;
        return score(plan, other, 1);
      };
      const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
      worst = Math.max(worst, Math.abs(slope - (gradient[part][mode] ?? 0)));
    }
  }
  return worst;
}

describe('the gradient of a score by the fields that enter', () => {
  for (const nonlinearity of NONLINEARITIES) {
    it.each(FORMS)(`agrees with finite differences: ${nonlinearity.kind} in a %s layer`, (form) => {
      expect(worstError(planOf({ form, nonlinearity }))).toBeLessThan(1e-6);
    });
  }

  it('agrees where powers are not divided by their sum', () => {
    const readout = { normalise: false, scale: 0.3, loss: 'mse' } as const;
    expect(worstError(planOf({}, { readout }))).toBeLessThan(1e-6);
  });
});
