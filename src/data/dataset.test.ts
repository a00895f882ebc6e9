import { describe, expect, it } from 'vitest';
import type { DatasetId, Task } from '../experiment/schema';
import { toFault } from '../lib/fault';
import { encodeDataset } from './encode';
import { openDataset } from './dataset';
import { HAS_DATA, REAL, realFile } from './fixtures/real-files.fixture';
import { fakeFetch, indexOf, memoryCache } from './fixtures/sources.fixture';
import { mirrorHosts } from './mirrors';
import { recogniseFiles } from './own-files';
import type { Dataset } from './samples';

const task = (
  dataset: DatasetId,
  source: Task['source'] = 'real',
  classes: readonly string[] = [],
): Task => ({ dataset, source, classes });
const SIX = ['iy', 'ih', 'eh', 'ae', 'ah', 'uw'];
const offline = { fetch: fakeFetch({}).fetch, cache: memoryCache(), mirrors: true };

/** The local folder as the development server answers it. */
function served(...paths: readonly string[]) {
  const answers = Object.fromEntries(
    paths.map((path) => [`/data/${path}`, () => new Response(realFile(path))]),
  );
  return {
    fetch: fakeFetch({ '/data/index.json': indexOf(...paths), ...answers }).fetch,
    cache: memoryCache(),
  };
}

const balance = (dataset: Dataset, split: 'train' | 'test') =>
  dataset.classNames.map((_, label) =>
    dataset[split].labels.reduce((sum, value) => sum + (value === label ? 1 : 0), 0),
  );

describe('openDataset', () => {
  it.each(['hillenbrand', 'mnist', 'fashion-mnist', 'cifar10'] as const)(
    'never replaces unreachable %s by generated data, and says what to do',
    async (id) => {
      const fault = await openDataset(task(id), 1, offline).then(
        () => undefined,
        (thrown: unknown) => toFault(thrown),
      );
      expect(fault?.code).toBe('data/unreachable');
      for (const way of ['drop', 'PHOTONIC_DATA_DIR', 'generated']) expect(fault?.fix).toContain(way);
      expect(fault?.cause).toContain('Failed to fetch');
    },
  );

  it.each(['hillenbrand', 'mnist', 'fashion-mnist', 'cifar10'] as const)(
    'asks no other server for %s before somebody agreed',
    async (id) => {
      const server = fakeFetch({});
      const asking = { fetch: server.fetch, cache: memoryCache() };
      const fault = await openDataset(task(id), 1, asking).then(
        () => undefined,
        (thrown: unknown) => toFault(thrown),
      );
      expect(fault?.code).toBe('data/consent');
      for (const way of ['Agree', 'drop', 'generated']) expect(fault?.fix).toContain(way);
      expect(server.asked).toEqual(['/data/index.json']);
      expect(mirrorHosts(id).length).toBeGreaterThan(0);
    },
  );

  it('generates only when asked, chooses classes, and labels the result', async () => {
    const made = await openDataset(task('hillenbrand', 'generated', SIX), 1, offline);
    expect(made.classNames).toEqual(SIX);
    expect([made.train.count, made.test.count]).toEqual([540, 294]);
    expect(made.provenance).toMatchObject({ source: 'generated', via: 'generated' });
    expect(made.provenance.text).toMatch(/540 and 294 in the 6 chosen classes/);
  });

  it('refuses unknown classes by name', async () => {
    await expect(openDataset(task('mnist', 'generated', ['1', 'cat']), 1, offline)).rejects.toThrow(
      /no class "cat"/,
    );
  });

  it('asks for files when there are none of the user’s own', async () => {
    await expect(openDataset(task('own'), 1, offline)).rejects.toThrow(/no file of yours/);
  });

  it('stops on the signal', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(openDataset(task('mnist'), 1, { ...offline, signal })).rejects.toThrow('stopped');
  });
});

describe.skipIf(!HAS_DATA)(`openDataset ${REAL}`, () => {
  it('opens the vowels from the local folder: 90 talkers train, 49 others test', async () => {
    const vowels = await openDataset(
      task('hillenbrand', 'real', SIX),
      3,
      served('vowels/hillenbrand1995_vowdata.dat'),
    );
    expect(balance(vowels, 'train')).toEqual([90, 90, 90, 90, 90, 90]);
    expect(balance(vowels, 'test')).toEqual([49, 49, 49, 49, 49, 49]);
    expect(vowels.provenance).toMatchObject({ source: 'real', via: 'local folder' });
    expect(vowels.provenance.text).toMatch(/90 talkers for training .* 49 others .*SHA-256 verified/);
    const { data } = await encodeDataset(
      vowels,
      { kind: 'columns', columns: ['f1', 'f2', 'f3'], modulation: 'amplitude', scale: 1 },
      6,
    );
    expect(data.train.re.every(Number.isFinite) && data.test.re.every(Number.isFinite)).toBe(true);
  });

  it('opens the vowels from a CSV where the original is missing, and from a dropped original', async () => {
    const csv = await openDataset(task('hillenbrand'), 3, served('vowels/hillenbrand1995.csv'));
    const { parts } = await recogniseFiles([
      new File([realFile('vowels/hillenbrand1995_vowdata.dat')], 'anything.txt'),
    ]);
    const dropped = await openDataset(task('hillenbrand'), 3, { ...offline, files: parts });
    expect(dropped.train).toEqual(csv.train);
    expect(dropped.provenance.via).toBe('dropped file');
  });

  it('opens MNIST with its published balance and encodes test images', async () => {
    const names = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'];
    const mnist = await openDataset(
      task('mnist'),
      1,
      served(...names.map((name) => `mnist/${name}-ubyte.gz`)),
    );
    expect(balance(mnist, 'train')).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(balance(mnist, 'test')).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    expect(mnist.provenance.text).toBe('MNIST, 60,000 training and 10,000 test images, SHA-256 verified');
    const { data } = await encodeDataset({ ...mnist, train: mnist.test }, { kind: 'fourier', scale: 1 }, 64);
    for (const sample of [0, 9_999]) {
      const power = data.test.re
        .subarray(sample * 64, sample * 64 + 64)
        .reduce((sum, re, k) => sum + re * re + (data.test.im[sample * 64 + k] ?? 0) ** 2, 0);
      expect(power / 64).toBeCloseTo(1, 4);
    }
  });

  it('knows the reference copy of a CIFAR-10 batch dropped in', async () => {
    const { parts, faults } = await recogniseFiles([
      new File([realFile('cifar10/test_batch.bin')], 'test_batch.bin'),
    ]);
    expect(faults).toEqual([]);
    const [part] = parts;
    if (part?.kind !== 'cifar') throw new Error('a CIFAR-10 batch was expected');
    expect(part.split.count).toBe(9_979);
    // Enough for the test split; the training batches then fail with their name.
    const fault = await openDataset(task('cifar10'), 1, { ...offline, files: parts }).catch(toFault);
    expect(fault).toMatchObject({ code: 'data/unreachable', where: 'cifar10/data_batch_1.bin' });
  });
});
