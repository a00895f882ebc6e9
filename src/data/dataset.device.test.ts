import { expect, it } from 'vitest';
import { openCache } from './cache';
import { openDataset } from './dataset';
import type { LoadProgress } from './samples';

const probe = await fetch('/data/index.json');
const bytes = (length: number) => new Uint8Array(length).map((_, i) => (i * 7) & 255);

it('keeps files in the private file system of a real browser', async () => {
  const cache = await openCache();
  expect(await cache.write('test/a.gz', bytes(100_000))).toBeUndefined();
  expect(await cache.write('test/a.gz', bytes(1_000))).toBeUndefined();
  const again = await openCache();
  expect(await again.read('test/a.gz')).toEqual(bytes(1_000));
  await again.remove('test/a.gz');
  expect(await cache.read('test/a.gz')).toBeUndefined();
});

it.skipIf(!probe.ok)('opens MNIST from the local folder once, then from the cache', async () => {
  const cache = await openCache();
  for (const part of ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1']) {
    await cache.remove(`mnist/${part}-ubyte.gz`);
  }
  const stages = new Set<LoadProgress['stage']>();
  const task = { dataset: 'mnist', source: 'real', classes: [] } as const;
  const first = await openDataset(task, 1, { onProgress: ({ stage }) => stages.add(stage) });
  expect(first.provenance.via).toBe('local folder');
  expect([...stages]).toEqual(['download', 'verify', 'decode']);
  const second = await openDataset(task, 1);
  expect(second.provenance.via).toBe('cache');
  expect([second.train.count, second.test.count]).toEqual([60_000, 10_000]);
});
