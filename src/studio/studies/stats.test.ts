import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram, quantile, spreadOf } from './stats';

describe('the spread of dies', () => {
  it('follows a hand calculation', () => {
    const spread = spreadOf([0.5, 0.9, 0.7, 0.7, 0.8]);
    expect(spread?.mean).toBeCloseTo(0.72, 12);
    expect(spread?.deviation).toBeCloseTo(
      Math.sqrt((0.22 ** 2 + 0.18 ** 2 + 2 * 0.02 ** 2 + 0.08 ** 2) / 4),
      12,
    );
    // Place 0.05·4 = 0.2 of the way from 0.5 to 0.7.
    expect(spread?.low).toBeCloseTo(0.54, 12);
    expect([spread?.least, spread?.most]).toEqual([0.5, 0.9]);
    expect(spreadOf([])).toBeUndefined();
    expect(spreadOf([0.4])).toMatchObject({ mean: 0.4, deviation: 0, low: 0.4 });
  });

  it('takes quantiles between the smallest and the largest', () => {
    expect([0, 0.5, 1].map((share) => quantile([1, 2, 4], share))).toEqual([1, 2, 4]);
  });
});

describe('a histogram of accuracies', () => {
  it('holds every die once, in whole steps of one sample', () => {
    const right = fc.integer({ min: 0, max: 294 });
    fc.assert(
      fc.property(
        fc.array(right, { minLength: 1, maxLength: 300 }),
        fc.array(right, { minLength: 1 }),
        (a, b) => {
          const sets = [a, b].map((set) => set.map((count) => count / 294));
          const { edges, counts } = histogram(sets, 294);
          expect(counts.map((bins) => bins.reduce((sum, count) => sum + count, 0))).toEqual([
            a.length,
            b.length,
          ]);
          expect(edges.length).toBeLessThanOrEqual(29);
          const width = ((edges[1] ?? 0) - (edges[0] ?? 0)) * 294;
          expect(width).toBeCloseTo(Math.round(width), 9);
          for (const [index, set] of sets.entries()) {
            counts[index]?.forEach((count, bar) => {
              const inside = set.filter(
                (value) => value > (edges[bar] ?? 0) && value < (edges[bar + 1] ?? 0),
              );
              expect(inside).toHaveLength(count);
            });
          }
        },
      ),
    );
  });

  it('is one bar where all dies are alike', () => {
    const { edges, counts } = histogram([[0.5, 0.5]], 100);
    expect(counts).toEqual([[2]]);
    expect(edges).toEqual([0.495, 0.505]);
  });
});
