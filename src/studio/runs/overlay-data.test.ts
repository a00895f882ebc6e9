import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredCurve } from '../../library/store/records';
import { aligned, bandOf, smoothed, testLine, trainLine, valueAt } from './overlay-data';

const curve: StoredCurve = {
  id: 'a',
  step: Float64Array.of(1, 2, 3),
  loss: Float32Array.of(3, Number.NaN, 1),
  accuracy: Float32Array.of(0, 0.5, 1),
  gradientNorm: Float32Array.of(1, 1, 1),
  passes: Float64Array.of(10, 20, 30),
  seconds: Float64Array.of(0.1, 0.2, Number.NaN),
  reports: [{ step: 2, loss: 2, accuracy: 0.25 }],
};

describe('lines of a run', () => {
  it('leave out what is not known', () => {
    expect(trainLine(curve, 'loss', 'step', 0)).toEqual({ x: [1, 3], y: [3, 1] });
    expect(trainLine(curve, 'accuracy', 'seconds', 0).x).toHaveLength(2);
    expect(testLine(curve, 'accuracy', 'passes')).toEqual({ x: [20], y: [0.25] });
    expect(testLine(curve, 'gradientNorm', 'step').x).toEqual([]);
  });

  it('stay between their extremes when smoothed, and a constant stays itself', () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 0.99, noNaN: true }), (y, weight) => {
        const smooth = smoothed(y, weight);
        expect(Math.max(...smooth)).toBeLessThanOrEqual(Math.max(...y) + 1e-6);
        expect(Math.min(...smooth)).toBeGreaterThanOrEqual(Math.min(...y) - 1e-6);
        for (const value of smoothed(
          y.map(() => 7),
          weight,
        ))
          expect(value).toBeCloseTo(7, 9);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe('lines on one axis', () => {
  it('keep every point where there is room', () => {
    const lines = [
      { x: [1, 3], y: [10, 30] },
      { x: [2, 3], y: [200, 300] },
    ];
    expect(aligned(lines, false)).toEqual({
      x: [1, 2, 3],
      ys: [
        [10, null, 30],
        [null, 200, 300],
      ],
    });
    expect(aligned([{ x: [0, 1], y: [1, 2] }], true).x).toEqual([1]);
    expect(aligned([], false)).toEqual({ x: [], ys: [] });
  });

  it.each([false, true])('are averaged where there are too many (logarithmic: %s)', (isLog) => {
    const x = Array.from({ length: 5000 }, (_, i) => i + 1);
    const shared = aligned(
      [
        { x, y: x.map(() => 4) },
        { x: [5000], y: [9] },
      ],
      isLog,
      100,
    );
    expect(shared.x).toHaveLength(100);
    expect([...shared.x]).toEqual([...shared.x].sort((a, b) => a - b));
    for (const value of shared.ys[0]!) if (value !== null) expect(value).toBeCloseTo(4);
    expect(shared.ys[1]!.filter((value) => value !== null)).toEqual([9]);
  });
});

describe('a band over seeds', () => {
  it('is mean and spread where all lines are', () => {
    const band = bandOf([
      { x: [0, 10], y: [0, 10] },
      { x: [5, 10], y: [7, 12] },
    ]);
    expect(band.mean.x[0]).toBe(5);
    expect(band.mean.y.at(-1)).toBe(11);
    expect(band.high.y.at(-1)).toBeCloseTo(11 + Math.SQRT2);
    expect(bandOf([]).mean.x).toEqual([]);
    expect(
      bandOf([
        { x: [0, 1], y: [1, 1] },
        { x: [2, 3], y: [1, 1] },
      ]).mean.x,
    ).toEqual([]);
  });

  it('reads between points and nothing outside', () => {
    expect(valueAt({ x: [0, 2], y: [0, 4] }, 1)).toBe(2);
    expect(valueAt({ x: [0, 2], y: [0, 4] }, 3)).toBeUndefined();
    expect(valueAt({ x: [], y: [] }, 0)).toBeUndefined();
  });
});
