import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sight } from './eta';
import { calmSeconds, timeLeft, withSight } from './eta';

const at = (...pairs: readonly (readonly [number, number])[]): readonly Sight[] =>
  pairs.map(([time, step]) => ({ at: time, step }));

describe('the time that is left', () => {
  it('is one number where the speed is steady', () => {
    const sights = Array.from({ length: 21 }, (_, k) => ({ at: 500 + 100 * k, step: 10 * k }));
    const left = timeLeft(sights, 1200);
    // 100 steps a second, 1000 to go.
    expect(left?.least).toBeCloseTo(10, 9);
    expect(left?.most).toBeCloseTo(10, 9);
  });

  it('spans the speeds of the recent past', () => {
    // A second each at 100, 50, 100, 200 and 100 steps a second.
    const sights = at([0, 0], [1000, 100], [2000, 150], [3000, 250], [4000, 450], [5000, 550]);
    const left = timeLeft(sights, 1550);
    expect(left?.least).toBeCloseTo(5, 9);
    expect(left?.most).toBeCloseTo(20, 9);
  });

  it('is not known before enough has been seen, nor where nothing moves', () => {
    expect(timeLeft([], 100)).toBeUndefined();
    expect(timeLeft(at([0, 0], [900, 50]), 100)).toBeUndefined();
    expect(timeLeft(at([0, 5], [5000, 5]), 100)).toBeUndefined();
  });

  it('stays finite where the run was held up, and holds the mean speed', () => {
    const moves = fc.array(fc.record({ ms: fc.integer({ min: 50, max: 900 }), steps: fc.nat(40) }), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(moves, (all) => {
        let sights: readonly Sight[] = [{ at: 0, step: 0 }];
        let now = { at: 0, step: 0 };
        for (const { ms, steps } of all) {
          now = { at: now.at + ms, step: now.step + steps };
          sights = withSight(sights, now);
        }
        const left = timeLeft(sights, now.step + 1000);
        const [first, last] = [sights[0] ?? now, sights.at(-1) ?? now];
        if (last.step === first.step) {
          expect(left).toBeUndefined();
          return;
        }
        const mean = (1000 * (last.at - first.at)) / 1000 / (last.step - first.step);
        expect(left?.least).toBeLessThanOrEqual(mean * 1.000001);
        expect(left?.most).toBeGreaterThanOrEqual(mean * 0.999999);
        expect(left?.most).toBeLessThanOrEqual(4.000001 * mean);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('forgets what was before a reset, and what is long ago', () => {
    const before = at([0, 10], [1000, 20]);
    expect(withSight(before, { at: 2000, step: 0 })).toEqual(at([2000, 0]));
    expect(withSight(before, { at: 30_500, step: 30 })).toEqual(at([1000, 20], [30_500, 30]));
  });

  it('is rounded the more the longer it is', () => {
    expect([7.4, 71, 632, 5000].map(calmSeconds)).toEqual([7, 70, 630, 5100]);
  });
});
