import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeSplit, fitEncoder } from '../encode';
import type { ImageSplit } from '../samples';
import { frequencies } from './fourier';

function images(count: number, width: number, height: number, channels: 1 | 3, seed = 1): ImageSplit {
  const pixels = new Uint8Array(count * width * height * channels).map(
    (_, i) => ((i + seed) * 2654435761) >>> 24,
  );
  return { kind: 'image', count, width, height, channels, pixels, labels: new Uint8Array(count) };
}

/** The transform by its definition. */
function direct(
  grey: readonly number[],
  width: number,
  height: number,
  u: number,
  v: number,
): [number, number] {
  let [re, im] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const angle = -2 * Math.PI * ((u * x) / width + (v * y) / height);
      re += (grey[y * width + x] ?? 0) * Math.cos(angle);
      im += (grey[y * width + x] ?? 0) * Math.sin(angle);
    }
  }
  return [re, im];
}

describe('fourier encoder', () => {
  it.each([
    [16, 8, 6, 1],
    [9, 5, 5, 1],
    [7, 6, 6, 1],
    [40, 6, 7, 1],
    [16, 6, 6, 3],
  ] as const)(
    '%i modes of %i × %i × %i images equal the definition of the transform',
    (modes, width, height, channels) => {
      const split = images(2, width, height, channels);
      const encoded = encodeSplit(fitEncoder(split, { kind: 'fourier', scale: 0.5 }, modes), split);
      const size = width * height;
      for (let sample = 0; sample < 2; sample++) {
        const plane = (channel: number, k: number) =>
          split.pixels[sample * size * channels + channel * size + k] ?? 0;
        const grey = Array.from({ length: size }, (_, k) =>
          channels === 1 ? plane(0, k) : 0.299 * plane(0, k) + 0.587 * plane(1, k) + 0.114 * plane(2, k),
        );
        const expected = frequencies(modes, width, height).map(([u, v]) => direct(grey, width, height, u, v));
        const rms = Math.sqrt(expected.reduce((sum, [re, im]) => sum + re * re + im * im, 0) / modes);
        expected.forEach(([re, im], mode) => {
          expect(encoded.re[sample * modes + mode]).toBeCloseTo((0.5 * re) / rms, 5);
          expect(encoded.im[sample * modes + mode]).toBeCloseTo((0.5 * im) / rms, 5);
        });
      }
    },
  );

  it('orders frequencies as documented', () => {
    expect(frequencies(9, 28, 28)).toEqual([
      [-1, -1],
      [0, -1],
      [1, -1],
      [-1, 0],
      [0, 0],
      [1, 0],
      [-1, 1],
      [0, 1],
      [1, 1],
    ]);
    expect(frequencies(16, 28, 28)[0]).toEqual([-2, -2]);
    expect(frequencies(6, 28, 28)).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [-1, 1],
      [1, 1],
      [2, 0],
    ]);
  });

  it('uses no frequency twice, and conjugate pairs only when it must', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), (modes) => {
        const list = frequencies(modes, 28, 28);
        const keys = new Set(list.map(([u, v]) => `${(u + 28) % 28},${(v + 28) % 28}`));
        expect(keys.size).toBe(modes);
        if (modes < 390 && !Number.isInteger(Math.sqrt(modes))) {
          expect(
            list.every(([u, v]) => (u === 0 && v === 0) || !list.some(([a, b]) => a === -u && b === -v)),
          ).toBe(true);
        }
      }),
    );
  });

  it('leaves a dark image dark and refuses more modes than frequencies', () => {
    const dark = { ...images(1, 4, 4, 1), pixels: new Uint8Array(16) };
    expect(encodeSplit(fitEncoder(dark, { kind: 'fourier', scale: 1 }, 4), dark).re).toEqual(
      new Float32Array(4),
    );
    expect(() => fitEncoder(dark, { kind: 'fourier', scale: 1 }, 25)).toThrow(/4 × 4 pixels.*25 modes/);
    expect(() => fitEncoder(dark, { kind: 'fourier', scale: 1 }, 17)).toThrow(/too few spatial frequencies/);
  });
});
