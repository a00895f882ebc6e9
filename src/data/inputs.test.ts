import { describe, expect, it } from 'vitest';
import { encodeDataset, encodeSplit, fitEncoder } from './encode';
import { encodeInput } from './inputs';
import type { Dataset, ImageSplit, TableSplit } from './samples';

const images: ImageSplit = {
  kind: 'image',
  count: 3,
  width: 6,
  height: 6,
  channels: 1,
  labels: new Uint8Array(3),
  pixels: new Uint8Array(108).map((_, i) => (i * 89) & 255),
};
const table: TableSplit = {
  kind: 'table',
  count: 3,
  columns: ['f1', 'x'],
  values: Float64Array.of(300, 1, 500, 5, 700, 2),
  labels: new Uint8Array(3),
  groups: ['a1', 'b1', 'c1'],
};

describe('encodeInput', () => {
  it.each(['fourier', 'pixels'] as const)('gives a drawn image the same %s fields as in a split', (kind) => {
    const fitted = fitEncoder(images, { kind, scale: 1 }, 9);
    const encoded = encodeSplit(fitted, images);
    const { re, im } = encodeInput(fitted, { ...images, pixels: images.pixels.slice(36, 72) });
    expect(re).toEqual(encoded.re.slice(9, 18));
    expect(im).toEqual(encoded.im.slice(9, 18));
  });

  it('averages a larger drawing down', () => {
    const fitted = fitEncoder(images, { kind: 'pixels', scale: 1 }, 36);
    const doubled = new Uint8Array(144).map(
      (_, i) => images.pixels[Math.floor(i / 24) * 6 + Math.floor((i % 12) / 2)] ?? 0,
    );
    const large = encodeInput(fitted, { kind: 'image', width: 12, height: 12, channels: 1, pixels: doubled });
    expect(large.re).toEqual(encodeSplit(fitted, images).re.slice(0, 36));
  });

  it('gives typed measurements the same fields as in a split, means for missing ones', () => {
    const fitted = fitEncoder(
      table,
      { kind: 'columns', columns: ['f1', 'x'], modulation: 'phase', scale: 1 },
      4,
    );
    expect(encodeInput(fitted, { kind: 'table', values: { f1: 500, x: 5 } }).re).toEqual(
      encodeSplit(fitted, table).re.slice(4, 8),
    );
    expect([...encodeInput(fitted, { kind: 'table', values: { f1: 500 } }).re.slice(1, 3)]).toEqual([1, 0]);
  });

  it('knows no type of talker where there is none, whatever a talker is called', () => {
    const named: TableSplit = { ...table, groups: ['constructor', 'constructor', 'constructor'] };
    const values = Float64Array.of(300, 1, 500, Number.NaN, 700, 2);
    const fitted = fitEncoder(
      named,
      { kind: 'columns', columns: ['f1', 'x'], modulation: 'amplitude', scale: 1 },
      4,
    );
    expect([...encodeSplit(fitted, { ...named, values }).re].every(Number.isFinite)).toBe(true);
  });

  it.each([
    [{ kind: 'table', values: {} }, /None of the measurements/],
    [{ kind: 'table', values: { f1: -3 } }, /f1 = -3 is not possible/],
    [{ kind: 'table', values: { x: Infinity, f1: 1 } }, /x = Infinity/],
    [{ kind: 'image', width: 1, height: 1, channels: 1, pixels: new Uint8Array(1) }, /not an image/],
  ] as const)('refuses %j for a table', (input, message) => {
    const fitted = fitEncoder(
      table,
      { kind: 'columns', columns: ['f1', 'x'], modulation: 'phase', scale: 1 },
      4,
    );
    expect(() => encodeInput(fitted, input)).toThrow(message);
  });

  it('refuses an image whose bytes do not fit its shape', () => {
    const fitted = fitEncoder(images, { kind: 'fourier', scale: 1 }, 9);
    expect(() =>
      encodeInput(fitted, { kind: 'image', width: 6, height: 6, channels: 1, pixels: new Uint8Array(5) }),
    ).toThrow(/5 bytes/);
    expect(() =>
      encodeInput(fitted, { kind: 'image', width: 1e9, height: 1, channels: 1, pixels: new Uint8Array(5) }),
    ).toThrow(/5 bytes/);
  });
});

describe('encodeDataset', () => {
  const dataset: Dataset = {
    id: 'own',
    classNames: ['a'],
    train: images,
    test: images,
    provenance: { source: 'real', text: '', via: '' },
  };

  it('encodes both splits and reports progress', async () => {
    const seen: (number | undefined)[] = [];
    const { data } = await encodeDataset(dataset, { kind: 'pixels', scale: 1 }, 4, {
      onProgress: (p) => seen.push(p.loadedBytes),
    });
    expect(data.train).toEqual(data.test);
    expect(seen).toEqual([96, 192]);
  });

  it('stops on the signal', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(
      encodeDataset(dataset, { kind: 'pixels', scale: 1 }, 4, { signal: stop.signal }),
    ).rejects.toThrow('stopped');
  });
});
