import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinned } from './version-thinning';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1000 * DAY;

const auto = (age: number, index: number) => ({
  id: `v${index}`,
  createdAt: NOW - age,
  kind: 'auto' as const,
});

it('keeps the last eight, however close', () => {
  const versions = Array.from({ length: 8 }, (_, index) => auto(index, index));
  expect(thinned(versions, NOW)).toEqual([]);
});

it('keeps the newest of an hour within a day, and of a day within a month', () => {
  const recent = Array.from({ length: 8 }, (_, index) => auto(index, index));
  const old = [auto(2 * HOUR + 1, 8), auto(2 * HOUR + 2, 9), auto(3 * DAY + 1, 10), auto(3 * DAY + 2, 11)];
  expect(thinned([...recent, ...old], NOW)).toEqual(['v9', 'v11']);
});

it('never thins what a person named, keeps the newest and at most forty', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 2000 * DAY }), { maxLength: 120 });
  fc.assert(
    fc.property(ages, ages, (autos, names) => {
      const automatic = autos.map(auto);
      const named = names.map((age, index) => ({
        ...auto(age, index),
        id: `n${index}`,
        kind: 'named' as const,
      }));
      const gone = new Set(thinned([...automatic, ...named], NOW));
      expect(named.some(({ id }) => gone.has(id))).toBe(false);
      expect(automatic.length - gone.size).toBeLessThanOrEqual(40);
      const newest = automatic.reduce((a, b) => (b.createdAt > a.createdAt ? b : a), automatic[0]!);
      if (automatic.length > 0) expect(gone.has(newest.id)).toBe(false);
      // Thinning what has been thinned takes nothing more.
      const left = automatic.filter(({ id }) => !gone.has(id));
      expect(thinned(left, NOW)).toEqual([]);
    }),
    { seed: 7, numRuns: 200 },
  );
});
