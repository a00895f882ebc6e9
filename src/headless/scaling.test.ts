import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longerSweep, scalingOf, SHARD_COUNTS } from './scaling';

it('adds up each machine’s start and its trials, and waits for the last', () => {
  // Two machines: 1 + (4 + 2) and 1 + (3 + 1) seconds.
  expect(scalingOf([4, 3, 2, 1], 1, [1, 2, 4, 8])).toEqual([
    { shards: 1, makespan: 11, speedup: 1, efficiency: 1 },
    { shards: 2, makespan: 7, speedup: 11 / 7, efficiency: 11 / 14 },
    { shards: 4, makespan: 5, speedup: 11 / 5, efficiency: 11 / 20 },
    { shards: 8, makespan: 5, speedup: 11 / 5, efficiency: 11 / 40 },
  ]);
});

it('is perfect for equal trials without a start, as long as they divide evenly', () => {
  for (const { efficiency } of scalingOf(Array<number>(256).fill(3), 0))
    expect(efficiency).toBeCloseTo(1, 12);
});

it('never exceeds one, and more machines never make it slower', () => {
  const seconds = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(seconds, fc.double({ min: 0, max: 50, noNaN: true }), (times, start) => {
      const points = scalingOf(times, start);
      expect(points.map(({ shards }) => shards)).toEqual(SHARD_COUNTS);
      points.forEach(({ efficiency, makespan }, place) => {
        expect(efficiency).toBeLessThanOrEqual(1 + 1e-9);
        // Halving powers of two only splits a machine's trials.
        expect(makespan).toBeLessThanOrEqual((points[place - 1]?.makespan ?? Infinity) + 1e-9);
      });
    }),
    { numRuns: 60 },
  );
});

it('makes a longer sweep of measured times, each as often as the others', () => {
  const longer = longerSweep([1, 2, 3, 4], 400);
  for (const value of [1, 2, 3, 4]) expect(longer.filter((each) => each === value)).toHaveLength(100);
  expect(longerSweep([1, 2, 3, 4], 400)).toEqual(longer);
  // Every machine of four gets some of each, although four divides their number.
  const first = longer.filter((_, trial) => trial % 4 === 0);
  expect(new Set(first).size).toBe(4);
});
