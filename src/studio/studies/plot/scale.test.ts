import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, linearTicks, logTicks, scaleOf } from './scale';

describe('scales', () => {
  it('map the ends of a domain to the ends of a range', () => {
    const linear = scaleOf('linear', [2, 4], [100, 0]);
    expect([linear(2), linear(3), linear(4)]).toEqual([100, 50, 0]);
    const log = scaleOf('log', [1, 100], [0, 10]);
    expect(log(10)).toBeCloseTo(5, 12);
    expect(scaleOf('linear', [1, 1], [0, 10])(1)).toBe(5);
  });
});

describe('ticks', () => {
  it('are round and cover the domain', () => {
    expect(linearTicks([0, 0.1], 5)).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
    expect(linearTicks([0.62, 0.97], 4)).toEqual([0.7, 0.8, 0.9]);
    expect(logTicks([1e3, 1e6])).toEqual([1e3, 1e4, 1e5, 1e6]);
    expect(logTicks([300, 6000])).toEqual([500, 1000, 2000, 5000]);
    expect(linearTicks([1, 1], 4)).toEqual([1]);
  });

  it('stay within any domain, and are neither none nor many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (low, span) => {
          const ticks = linearTicks([low, low + span], 5);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(7);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - 1e-6 * span);
            expect(tick).toBeLessThanOrEqual(low + span * (1 + 1e-6));
          }
        },
      ),
    );
  });
});

it('moves labels apart within their bounds', () => {
  expect(apart([10, 12, 50], 14, 0, 100)).toEqual([10, 24, 50]);
  expect(apart([98, 99], 14, 0, 100)).toEqual([86, 100]);
  expect(apart([50, 10], 14, 0, 100)).toEqual([50, 10]);
});
