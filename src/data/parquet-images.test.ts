import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from './bytes';
import { withoutRecords, writeCifar } from './cifar';
import { fakeFetch, memoryCache } from './fixtures/sources.fixture';
import { readParquetImages } from './parquet-images';
import { loadCifar } from './real-images';
import type { CifarSource, DataFile } from './registry';

// Written once with hyparquet-writer: six 32 × 32 RGB images in two row groups, columns (img: {bytes, path}, label) as the public copies have
// them; sample i of image n's interleaved bytes is (5 ⌊i/96⌋ + 60 (i mod 3) + 40 n) mod 256, its label n mod 3.
const file = new Uint8Array(readFileSync(new URL('fixtures/images.parquet', import.meta.url)));
const shape = { imageColumn: 'img', rows: 6, width: 32, height: 32, channels: 3 } as const;
const planes = new Uint8Array(6 * 3072).map((_, at) => {
  const [n, channel, row] = [Math.floor(at / 3072), Math.floor(at / 1024) % 3, Math.floor(at / 32) % 32];
  return (5 * row + 60 * channel + 40 * n) & 255;
});

describe('Parquet images', () => {
  it('reads PNG cells and labels over row groups', async () => {
    const seen: number[] = [];
    const split = await readParquetImages(file, shape, 'x', (done) => seen.push(done));
    expect([...split.labels]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(seen).toEqual([4, 6]);
    expect(split.pixels).toEqual(planes);
  });

  it.each([
    [{ ...shape, rows: 7 }, /6 rows instead of 7/],
    [{ ...shape, width: 3 }, /image 0 is 32 × 32 × 3/],
    [{ ...shape, imageColumn: 'image' }, /not the expected Parquet/],
  ])('refuses another shape', async (wrong, message) => {
    await expect(readParquetImages(file, wrong, 'test.parquet')).rejects.toThrow(message);
  });

  it('refuses a truncated file', async () => {
    await expect(readParquetImages(file.slice(0, -40), shape, 'test.parquet')).rejects.toThrow(
      /damaged or cut short/,
    );
    await expect(readParquetImages(file.slice(0, 3), shape, 'test.parquet')).rejects.toThrow(
      /damaged or cut short/,
    );
  });
});

describe('CIFAR-10 rebuilt from Parquet', () => {
  const url = 'https://hub.example/train.parquet';
  const labels = Uint8Array.of(0, 1, 2, 0, 1, 2);

  async function source(absent: DataFile['absent'] = []): Promise<CifarSource> {
    const whole = writeCifar(labels, planes);
    const hashed = withoutRecords(
      whole,
      absent.map(([position]) => position),
    );
    const batch = {
      path: 'cifar10/b.bin',
      decodedBytes: hashed.length,
      sha256: await sha256(hashed),
      urls: [],
      absent,
    };
    const part = { batches: [batch], parquet: { urls: [url], imageColumn: 'img', rows: 6 } };
    return { kind: 'cifar', train: part, test: part };
  }

  const context = (cache = memoryCache()) => ({
    fetch: fakeFetch({ [url]: file }).fetch,
    cache,
    localBase: '/data/',
    mirrors: true,
    dropped: [],
  });

  it('is held to the same hash and kept as the original file', async () => {
    const cache = memoryCache();
    const { value, vias } = await loadCifar(await source(), context(cache));
    expect(value.train).toMatchObject({ labels, pixels: planes });
    expect(vias).toContain('hub.example');
    expect(cache.files.get('cifar10/b.bin')).toEqual(writeCifar(labels, planes));
  });

  it('says which records only their labels vouch for', async () => {
    const { value } = await loadCifar(await source([[2, 2]]), context());
    expect(value.note).toMatch(/SHA-256 verified but for 2 images that the reference copy lacks/);
  });

  it('is refused when a label differs', async () => {
    await expect(loadCifar(await source([[2, 5]]), context())).rejects.toThrow(/could not be had/);
  });
});
