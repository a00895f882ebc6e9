import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CurveIndex } from '../../lib/curve-index';
import { NumberLog } from '../../lib/number-log';
import { decimate, trendWindow } from './decimate';

function indexed(values: ArrayLike<number>): CurveIndex {
  const log = new NumberLog();
  log.append(values);
  const index = new CurveIndex(log);
  index.update(0);
  return index;
}

describe('decimate', () => {
  it('keeps short curves as they are', () => {
    expect(decimate(indexed([3, 1, 2]), 3, 100)).toEqual([0, 1, 2]);
  });

  it('loses no extreme of the curve, and rises', () => {
    const curves = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(curves, fc.integer({ min: 4, max: 60 }), (values, buckets) => {
        const chosen = decimate(indexed(values), values.length, buckets);
        const drawn = chosen.map((i) => values[i] ?? NaN);
        expect(Math.min(...drawn)).toBe(Math.min(...values));
        expect(Math.max(...drawn)).toBe(Math.max(...values));
        expect(drawn.at(-1)).toBe(values.at(-1));
        expect(chosen.every((i, k) => k === 0 || i > (chosen[k - 1] ?? -1))).toBe(true);
        expect(chosen.length).toBeLessThanOrEqual(2 * buckets + 1);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('leaves what it has drawn where it is while a curve grows', () => {
    const values = Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i * i));
    const some = decimate(indexed(values.subarray(0, 3300)), 3300, 100);
    const more = decimate(indexed(values), 4000, 100);
    expect(more.slice(0, some.length - 4)).toEqual(some.slice(0, -4));
  });

  it('is quick for a million steps', () => {
    const index = indexed(Float32Array.from({ length: 1e6 }, (_, i) => 1 / (1 + i)));
    expect(decimate(index, 1e6, 400).length).toBeLessThan(802);
  });
});

describe('the trend', () => {
  it('is averaged over no more than an eighth of the curve', () => {
    expect(trendWindow(8, 50)).toBe(1);
    expect(trendWindow(80, 50)).toBe(10);
    expect(trendWindow(8000, 50)).toBe(50);
  });
});
