import { describe, expect, it } from 'vitest';
import { encodeInput } from '../../data/inputs';
import { fitEncoder } from '../../data/encode';
import type { Encoder } from '../../experiment/schema';
import { normal } from '../../lib/rng';
import { measurementInfluence, pixelInfluence } from './influence';

const SHAPE = { width: 12, height: 12, channels: 1 } as const;
const PIXELS = new Uint8Array(144).map((_, i) => 40 + ((i * 37) % 150));
const wave = (stream: number, length: number) =>
  Float64Array.from({ length }, (_, k) => normal(2, stream, k));

describe('influence of pixels', () => {
  it.each([
    { kind: 'fourier', scale: 2 },
    { kind: 'pixels', scale: 1.5 },
  ] as const satisfies readonly Encoder[])('is the encoder’s own derivative: $kind', (encoder) => {
    const modes = 16;
    const train = { kind: 'image', count: 1, ...SHAPE, pixels: PIXELS, labels: new Uint8Array(1) } as const;
    const fitted = fitEncoder(train, encoder, modes);
    const encode = (pixels: Uint8Array) => {
      const { re, im } = encodeInput(fitted, { kind: 'image', ...SHAPE, pixels });
      return { re: Float64Array.from(re), im: Float64Array.from(im) };
    };
    const gradient = { re: wave(1, modes), im: wave(2, modes) };
    const influence = pixelInfluence(encoder, gradient, encode(PIXELS), SHAPE);
    const slopes = [5, 30, 77, 100, 140].map((at) => {
      const score = (delta: number): number => {
        const { re, im } = encode(PIXELS.map((value, i) => (i === at ? value + delta : value)));
        return re.reduce(
          (sum, value, k) => sum + value * (gradient.re[k] ?? 0) + (im[k] ?? 0) * (gradient.im[k] ?? 0),
          0,
        );
      };
      return { slope: score(20) - score(-20), influence: influence?.[at] ?? Number.NaN };
    });
    const factor = (slopes[0]?.slope ?? 0) / (slopes[0]?.influence ?? 1);
    expect(factor).toBeGreaterThan(0);
    const largest = Math.max(...slopes.map(({ slope }) => Math.abs(slope)));
    for (const { slope, influence } of slopes)
      expect(Math.abs(slope - factor * influence)).toBeLessThan(0.03 * largest);
  });

  it('of measurements follows amplitude and phase', () => {
    const gradient = { re: Float64Array.of(2, 1), im: Float64Array.of(3, 0) };
    const fields = { re: Float64Array.of(0.6, 1), im: Float64Array.of(0.8, 0) };
    const columns = { kind: 'columns', columns: ['f1'], scale: 0.5 } as const;
    expect(measurementInfluence({ ...columns, modulation: 'amplitude' }, gradient, fields)).toEqual([
      { name: 'f1', influence: 1 },
    ]);
    expect(
      measurementInfluence({ ...columns, modulation: 'phase' }, gradient, fields)?.[0]?.influence,
    ).toBeCloseTo(0.5 * (3 * 0.6 - 2 * 0.8));
    expect(measurementInfluence({ kind: 'image' }, gradient, fields)).toBeUndefined();
  });
});
