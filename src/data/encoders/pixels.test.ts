import { describe, expect, it } from 'vitest';
import { encodeSplit, fitEncoder } from '../encode';
import type { ImageSplit } from '../samples';

describe('pixels encoder', () => {
  it('averages areas into the largest square, normalises, and leaves the rest dark', () => {
    const split: ImageSplit = {
      kind: 'image',
      count: 1,
      width: 4,
      height: 4,
      channels: 1,
      labels: new Uint8Array(1),
      pixels: Uint8Array.of(255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255),
    };
    const { re, im } = encodeSplit(fitEncoder(split, { kind: 'pixels', scale: 2 }, 7), split);
    // Brightness 1, 0, 0, 1/4 over four modes: rms √(1.0625/4), scaled to 2.
    const unit = 2 / Math.sqrt(1.0625 / 4);
    [unit, 0, 0, unit / 4, 0, 0, 0].forEach((value, mode) => {
      expect(re[mode]).toBeCloseTo(value, 5);
    });
    expect(im).toEqual(new Float32Array(7));
  });

  it('keeps total brightness when sides do not divide', () => {
    const split: ImageSplit = {
      kind: 'image',
      count: 1,
      width: 5,
      height: 3,
      channels: 1,
      labels: new Uint8Array(1),
      pixels: new Uint8Array(15).fill(100),
    };
    const { re } = encodeSplit(fitEncoder(split, { kind: 'pixels', scale: 1 }, 4), split);
    re.forEach((field) => {
      expect(field).toBeCloseTo(1, 6);
    });
  });
});
