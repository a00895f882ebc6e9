import { expect, it } from 'vitest';
import type { NoiseUse } from './noise';
import { noiseKey } from './noise';

it('names every step, use and candidate of a run apart', () => {
  const uses: readonly NoiseUse[] = [
    'training',
    'report',
    ...[0, 1, 2, 63].map((candidate) => ({ candidate })),
  ];
  const keys = new Set<number>();
  for (const seed of [1, 2])
    for (let step = 0; step < 500; step++) for (const use of uses) keys.add(noiseKey(seed, step, use));
  // 6,000 of 2³² values: two meet once in about 240 such tests.
  expect(keys.size).toBe(6000);
  expect(noiseKey(1, 5, 'report')).toBe(noiseKey(1, 5, 'report'));
});
