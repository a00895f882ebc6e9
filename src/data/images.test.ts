import { describe, expect, it } from 'vitest';
import { fitImages, imageData, standardise } from './images';
import { encodeInput } from './inputs';
import { networkData } from './network-data';
import type { Dataset, ImageSplit, TableSplit } from './samples';

const colours: ImageSplit = {
  kind: 'image',
  count: 5,
  width: 4,
  height: 3,
  channels: 3,
  labels: Uint8Array.of(0, 1, 2, 1, 0),
  pixels: Uint8Array.from({ length: 180 }, (_, i) => (i * 37 + Math.floor(i / 12) * 20) & 255),
};
const table: TableSplit = {
  kind: 'table',
  count: 1,
  columns: ['x'],
  values: Float64Array.of(1),
  labels: new Uint8Array(1),
  groups: ['a'],
};
const dataset = (train: Dataset['train'], test: Dataset['test'] = train): Dataset => ({
  id: 'own',
  classNames: ['a', 'b', 'c'],
  train,
  test,
  provenance: { source: 'generated', text: '', via: '' },
});

describe('images for a convolution', () => {
  it('leave the bytes untouched and take the training statistics', async () => {
    const test = { ...colours, pixels: new Uint8Array(180) };
    const { data } = await networkData(dataset(colours, test), { kind: 'image' }, 8);
    if (data.kind !== 'images') throw new Error('unreachable');
    expect(data).toMatchObject({ width: 4, height: 3, channels: 3, classNames: ['a', 'b', 'c'] });
    expect(data.train.pixels).toBe(colours.pixels);
    expect(data.test.pixels).toBe(test.pixels);
    for (const channel of [0, 1, 2]) {
      const values = colours.pixels.filter((_, at) => Math.floor(at / 12) % 3 === channel);
      const brightness = Array.from(values, (byte) => byte / 255);
      const mean = brightness.reduce((sum, value) => sum + value, 0) / 60;
      const variance = brightness.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 60;
      expect(data.mean[channel]).toBeCloseTo(mean, 12);
      expect(data.deviation[channel]).toBeCloseTo(Math.sqrt(variance), 12);
    }
  });

  it('are standardised channel by channel', () => {
    const fitted = fitImages(colours);
    const all = [0, 1, 2, 3, 4].map((index) => standardise(fitted, colours.pixels, index));
    for (const channel of [0, 1, 2]) {
      const values = all.flatMap((image) => [...image.subarray(12 * channel, 12 * channel + 12)]);
      expect(values.reduce((sum, value) => sum + value, 0) / 60).toBeCloseTo(0, 6);
      expect(values.reduce((sum, value) => sum + value * value, 0) / 60).toBeCloseTo(1, 6);
    }
  });

  it('keep a channel that never varies', () => {
    const flat = { ...colours, pixels: new Uint8Array(180).fill(51) };
    expect(fitImages(flat)).toMatchObject({ deviation: [1, 1, 1] });
    expect([...standardise(fitImages(flat), flat.pixels, 0)].every((value) => Math.abs(value) < 1e-7)).toBe(
      true,
    );
  });

  it('refuse tables, emptiness and other sizes', () => {
    expect(() => fitImages(table)).toThrow(/not images/);
    expect(() => fitImages({ ...colours, count: 0 })).toThrow(/no training images/);
    const other = { ...colours, width: 3, height: 4 };
    expect(() => imageData(dataset(colours, other), fitImages(colours))).toThrow(
      /4 × 3 pixels were expected/,
    );
  });
});

describe("the user's own image", () => {
  const fitted = fitImages(colours);

  it('of the same shape gives the same numbers as in the split', () => {
    const { re, im } = encodeInput(fitted, { ...colours, pixels: colours.pixels.slice(36, 72) });
    expect(re).toEqual(standardise(fitted, colours.pixels, 1));
    expect(im).toEqual(new Float32Array(36));
  });

  it('is averaged down, and grey for every colour', () => {
    const pixels = new Uint8Array(48).map(
      (_, at) => colours.pixels[Math.floor(at / 16) * 4 + Math.floor((at % 8) / 2)] ?? 0,
    );
    const { re } = encodeInput(fitted, { kind: 'image', width: 8, height: 6, channels: 1, pixels });
    const grey = Uint8Array.from({ length: 36 }, (_, at) => colours.pixels[at % 12] ?? 0);
    expect(re).toEqual(standardise(fitted, grey, 0));
  });

  it('becomes brightness for a grey network', () => {
    const grey = fitImages({ ...colours, channels: 1, count: 15, labels: new Uint8Array(15) });
    const pixels = new Uint8Array(36).fill(100);
    const { re } = encodeInput(grey, { kind: 'image', width: 4, height: 3, channels: 3, pixels });
    expect(re).toEqual(standardise(grey, new Uint8Array(12).fill(100), 0));
    expect(() => encodeInput(grey, { kind: 'table', values: {} })).toThrow(/image was expected/);
  });
});
