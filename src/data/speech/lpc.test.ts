import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal } from '../../lib/rng';
import { autocorrelation, levinson, predict } from './lpc';
import { polynomialRoots } from './roots';

/** Noise through a stable filter with poles at these radii and angles. */
function coloured(
  poles: readonly (readonly [radius: number, angle: number])[],
  length: number,
  seed: number,
) {
  let signal = Float64Array.from({ length }, (_, n) => normal(seed, 5, n));
  for (const [radius, angle] of poles) {
    const out = new Float64Array(length);
    for (let n = 0; n < length; n++)
      out[n] =
        (signal[n] ?? 0) +
        2 * radius * Math.cos(angle) * (out[n - 1] ?? 0) -
        radius * radius * (out[n - 2] ?? 0);
    signal = out;
  }
  return signal;
}

const pole = fc.tuple(
  fc.double({ min: 0.3, max: 0.97, noNaN: true }),
  fc.double({ min: 0.2, max: 2.9, noNaN: true }),
);

describe('linear prediction', () => {
  it('leaves a positive residual and a stable filter, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(pole, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 1e6 }),
        (poles, order, seed) => {
          const prediction = predict(coloured(poles, 400, seed), order);
          expect(prediction?.residual).toBeGreaterThan(0);
          expect(prediction?.residual).toBeLessThanOrEqual(1 + 1e-6);
          for (const { re, im } of polynomialRoots(prediction?.coefficients ?? []))
            expect(Math.hypot(re, im)).toBeLessThan(1);
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('finds the filter that made the signal', () => {
    const poles = [
      [0.95, 0.6],
      [0.9, 1.9],
    ] as const;
    const found = polynomialRoots(predict(coloured(poles, 40_000, 3), 4)?.coefficients ?? [])
      .filter(({ im }) => im > 0)
      .map(({ re, im }) => [Math.hypot(re, im), Math.atan2(im, re)] as const)
      .sort((a, b) => a[1] - b[1]);
    poles.forEach(([radius, angle], index) => {
      expect(found[index]?.[0]).toBeCloseTo(radius, 1);
      expect(found[index]?.[1]).toBeCloseTo(angle, 2);
    });
  });

  it('solves the normal equations', () => {
    const signal = coloured([[0.8, 1]], 300, 9);
    const correlation = autocorrelation(signal, 3);
    const { coefficients } = levinson(correlation, 3);
    for (let row = 1; row <= 3; row++) {
      let sum = correlation[row] ?? 0;
      for (let k = 1; k <= 3; k++) sum += (coefficients[k - 1] ?? 0) * (correlation[Math.abs(row - k)] ?? 0);
      expect(Math.abs(sum) / (correlation[0] ?? 1)).toBeLessThan(1e-6);
    }
  });

  it('has nothing to say about silence', () => {
    expect(predict(new Float64Array(100), 8)).toBeUndefined();
    expect(predict([Number.NaN, 1], 8)).toBeUndefined();
  });
});

describe('roots of polynomials', () => {
  it('multiplied out give the polynomial again', () => {
    fc.assert(
      fc.property(fc.array(pole, { minLength: 1, maxLength: 6 }), (poles) => {
        fc.pre(apart(poles));
        let product = [1];
        for (const [radius, angle] of poles)
          product = times(product, [1, -2 * radius * Math.cos(angle), radius * radius]);
        const found = polynomialRoots(product.slice(1));
        for (const [radius, angle] of poles) {
          const nearest = Math.min(
            ...found.map(({ re, im }) =>
              Math.hypot(re - radius * Math.cos(angle), im - radius * Math.sin(angle)),
            ),
          );
          expect(nearest).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});

function times(a: readonly number[], b: readonly number[]): number[] {
  const out = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => b.forEach((y, j) => (out[i + j] = (out[i + j] ?? 0) + x * y)));
  return out;
}

/** Roots that nearly coincide cannot be told apart in f64. */
function apart(poles: readonly (readonly [number, number])[]): boolean {
  return poles.every(([r, a], i) =>
    poles.every(([s, b], j) => i === j || Math.hypot(r - s, Math.min(r, s) * (a - b)) > 0.1),
  );
}
