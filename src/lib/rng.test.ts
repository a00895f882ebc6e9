import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STREAM, mix32, normal, randomWord, uniform } from './rng';

const DRAWS = 100_000;
const draws = (of: (counter: number) => number) => Float64Array.from({ length: DRAWS }, (_, k) => of(k));
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('counter-based random numbers', () => {
  it('mixes 32 bits as published', () => {
    // From the reference implementation of lowbias32, https://nullprogram.com/blog/2018/07/31/.
    const reference = (value: bigint): bigint => {
      const mask = 0xffffffffn;
      let x = value;
      x ^= x >> 16n;
      x = (x * 0x7feb352dn) & mask;
      x ^= x >> 15n;
      x = (x * 0x846ca68bn) & mask;
      return x ^ (x >> 16n);
    };
    fc.assert(
      fc.property(fc.nat(0xffffffff), (value) => {
        expect(BigInt(mix32(value))).toBe(reference(BigInt(value)));
      }),
    );
  });

  it('stays strictly between 0 and 1, for any seed, stream and counter', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.nat(0xffffffff), (seed, stream, counter) => {
        const value = uniform(seed, stream, counter);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
        expect(Number.isFinite(normal(seed, stream, counter))).toBe(true);
      }),
    );
  });

  it.each([0, 1, 7, 0xffffffff])('fills 64 bins evenly with seed %i', (seed) => {
    const bins = new Float64Array(64);
    for (const value of draws((k) => uniform(seed, STREAM.phases, k))) {
      const bin = Math.floor(64 * value);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const expected = DRAWS / 64;
    const chiSquare = bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 99.9 % of chi-square with 63 degrees of freedom.
    expect(chiSquare).toBeLessThan(103.4);
  });

  it('is uncorrelated from one number, seed and stream to the next', () => {
    const centred = (seed: number, stream: number, shift: number) =>
      draws((k) => uniform(seed, stream, k + shift) - 0.5);
    const base = centred(5, 1, 0);
    for (const other of [centred(5, 1, 1), centred(6, 1, 0), centred(5, 2, 0)]) {
      const correlation = 12 * mean(base.map((value, k) => value * (other[k] ?? 0)));
      // Four standard deviations of the mean of independent products.
      expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(DRAWS));
    }
  });

  it('draws standard normals', () => {
    const values = draws((k) => normal(3, STREAM.splitterError, k));
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(DRAWS));
    expect(Math.abs(mean(values.map((z) => z * z)) - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
    expect(Math.abs(mean(values.map((z) => z ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / DRAWS));
  });

  it('does not repeat a word within a stream more often than chance', () => {
    const words = new Set(draws((k) => randomWord(1, 1, k)));
    // n² / 2·2³² ≈ 1.2 collisions are expected of 100,000 words.
    expect(DRAWS - words.size).toBeLessThan(10);
  });
});
