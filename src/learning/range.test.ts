import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import type { Training } from '../experiment/schema';
import { mziCount } from '../photonics/mesh';
import { planOf } from './gradient.fixture';
import type { Plan } from './plan';
import { ROLE } from './plan';
import { keepInRange } from './range';

const TURN = 2 * Math.PI;
const NOFU = { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 } as const;

const chip = (range: Training['range'], frozen: readonly number[] = []): Plan =>
  planOf({ form: 'u-diag', nonlinearity: NOFU }, { training: { ...ficonnVowels.training, range, frozen } });

const anywhere = (plan: Plan) =>
  fc.array(fc.double({ min: -40, max: 40, noNaN: true }), {
    minLength: plan.parameterCount,
    maxLength: plan.parameterCount,
  });

describe('after each step', () => {
  it('wrapped phases are in the first turn and the same phases', () => {
    const plan = chip({ kind: 'wrap' });
    fc.assert(
      fc.property(anywhere(plan), (before) => {
        const after = Float64Array.from(before);
        keepInRange(plan.range, plan.roles, after);
        after.forEach((value, i) => {
          const was = before[i] ?? 0;
          if (((plan.roles[i] ?? 0) & ROLE.phase) === 0) return expect(value).toBe(was);
          // Denormal numbers below zero stay.
          expect(value).toBeGreaterThan(-1e-300);
          expect(value).toBeLessThanOrEqual(TURN);
          expect(Math.cos(value - was)).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  it('chosen phases are between their limits, all others where they were', () => {
    const plan = chip({ kind: 'clamp', phases: ['phi', 'alpha'], low: -1, high: 2 });
    const limited = new Set<number>();
    for (const { mesh, attenuatorOffset = 0 } of plan.layers) {
      for (let k = 0; k < mziCount(mesh.topology); k++) limited.add(mesh.phiOffset + k);
      for (let k = 0; k < 4; k++) limited.add(attenuatorOffset + k);
    }
    fc.assert(
      fc.property(anywhere(plan), (before) => {
        const after = Float64Array.from(before);
        keepInRange(plan.range, plan.roles, after);
        after.forEach((value, i) => {
          const was = before[i] ?? 0;
          expect(value).toBe(limited.has(i) ? Math.min(2, Math.max(-1, was)) : was);
        });
      }),
    );
  });

  it('frozen phases stay outside', () => {
    const range = { kind: 'clamp', phases: ['theta', 'phi', 'gamma', 'alpha'], low: 0, high: 0.5 } as const;
    const plan = chip(range, [1, 5]);
    const after = new Float64Array(plan.parameterCount).fill(3);
    keepInRange(plan.range, plan.roles, after);
    expect([...after.subarray(0, 6)]).toEqual([0.5, 3, 0.5, 0.5, 0.5, 3]);
  });
});
