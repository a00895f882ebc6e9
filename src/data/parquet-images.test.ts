import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readParquetImages } from './parquet-images';

// Six 4 × 3 RGB images in two row groups, columns (img: {bytes, path}, label) as the public copies have
// them; sample i of image n's interleaved bytes is (7 i + 40 n) mod 256, its label n mod 3.
const file = new Uint8Array(readFileSync(new URL('fixtures/images.parquet', import.meta.url)));
const shape = { imageColumn: 'img', rows: 6, width: 4, height: 3, channels: 3 } as const;

describe('Parquet images', () => {
  it('reads PNG cells and labels over row groups', async () => {
    const seen: number[] = [];
    const split = await readParquetImages(file, shape, 'x', (done) => seen.push(done));
    expect([...split.labels]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(seen).toEqual([4, 6]);
    for (let n = 0; n < 6; n++) {
      for (let i = 0; i < 36; i++) {
        const plane = (i % 3) * 12 + Math.floor(i / 3);
        expect(split.pixels[n * 36 + plane]).toBe((7 * i + 40 * n) & 255);
      }
    }
  });

  it.each([
    [{ ...shape, rows: 7 }, /6 rows instead of 7/],
    [{ ...shape, width: 3 }, /image 0 is 4 × 3 × 3/],
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
