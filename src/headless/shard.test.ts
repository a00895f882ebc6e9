import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readShard, shardOf, shardText, trialsOfShard } from './shard';

it('gives every trial to exactly one shard, for 1 to 128 shards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 128 }), fc.integer({ min: 0, max: 1000 }), (of, count) => {
      const shards = Array.from({ length: of }, (_, index) =>
        trialsOfShard(count, readShard(`${index + 1}/${of}`)),
      );
      expect(shards.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, k) => k));
      shards.forEach((trials, index) =>
        trials.forEach((trial) => expect(shardOf(trial, of)).toEqual({ index: index + 1, of })),
      );
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

it('reads what it writes, and refuses everything else', () => {
  expect(readShard(shardText({ index: 3, of: 8 }))).toEqual({ index: 3, of: 8 });
  for (const wrong of ['', '0/4', '5/4', '1', '1/0', '-1/4', '1/4/2', '1.5/4', ' 1/4', '1/9999'])
    expect(() => readShard(wrong)).toThrow(/is no shard/);
});
