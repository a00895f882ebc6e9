import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, frobenius, nonUnitarity, product } from '../complex-matrix';
import type { ComplexPlanes } from '../propagate';
import { randomPlanes } from '../random.fixture';
import { nearestUnitary } from './nearest-unitary';
import { haarMatrix } from './matrix-sources';

import type { Svd } from './svd';
import { singularValues } from './svd';

function rebuilt({ u, sigma, vAdjoint }: Svd, size: number): ComplexPlanes {
  const times = (part: Float64Array): Float64Array => part.map((x, i) => x * (sigma[i % size] ?? 0));
  return product({ re: times(u.re), im: times(u.im) }, vAdjoint, size, size, size);
}

function expectDecomposed(matrix: ComplexPlanes, size: number): Svd {
  const svd = singularValues(matrix, size);
  expect(distance(rebuilt(svd, size), matrix)).toBeLessThanOrEqual(2e-15 * size * frobenius(matrix));
  expect(nonUnitarity(svd.u, size)).toBeLessThan(2e-15 * size);
  expect(nonUnitarity(svd.vAdjoint, size)).toBeLessThan(2e-15 * size);
  svd.sigma.forEach((value, k) => expect(value <= (svd.sigma[k - 1] ?? Infinity) && value >= 0).toBe(true));
  return svd;
}

describe('singular values', () => {
  it('decompose random matrices of any rank', () => {
    const setting = fc.record({
      size: fc.integer({ min: 1, max: 12 }),
      rank: fc.integer({ min: 0, max: 12 }),
      seed: fc.nat(0xffffffff),
      exponent: fc.integer({ min: -90, max: 90 }),
    });
    fc.assert(
      fc.property(setting, ({ size, rank, seed, exponent }) => {
        const left = randomPlanes(size * rank, seed, 80);
        const matrix = product(left, randomPlanes(rank * size, seed, 81), size, rank, size);
        for (const part of [matrix.re, matrix.im]) part.forEach((x, i) => (part[i] = x * 10 ** exponent));
        const { sigma } = expectDecomposed(matrix, size);
        for (const small of sigma.slice(rank)) expect(small).toBeLessThanOrEqual(1e-13 * (sigma[0] ?? 0));
      }),
    );
  });

  it('are found where they are known', () => {
    // Rows of a diagonal matrix, turned by a unitary from each side.
    const known = [7, 3, 0.5, 1e-9];
    const diagonal = { re: new Float64Array(16), im: new Float64Array(16) };
    known.forEach((value, k) => (diagonal.re[5 * k] = value));
    const matrix = product(product(haarMatrix(4, 1), diagonal, 4, 4, 4), haarMatrix(4, 2), 4, 4, 4);
    const { sigma } = expectDecomposed(matrix, 4);
    known.forEach((value, k) => expect(sigma[k]).toBeCloseTo(value, 13));
  });

  it('of a unitary matrix are all 1, and of an ill-conditioned one spread far', () => {
    expectDecomposed(haarMatrix(64, 1), 64).sigma.forEach((value) => expect(value).toBeCloseTo(1, 13));
    const hilbert = Float64Array.from({ length: 144 }, (_, i) => 1 / (1 + Math.floor(i / 12) + (i % 12)));
    expectDecomposed({ re: hilbert, im: new Float64Array(144) }, 12);
  });
});

describe('the nearest unitary', () => {
  it('is unitary, and no other tried is nearer', () => {
    const size = 6;
    const matrix = randomPlanes(size * size, 5, 80);
    const { unitary, gain } = nearestUnitary(matrix, size);
    expect(nonUnitarity(unitary, size)).toBeLessThan(1e-14);
    const least = distance(matrix, unitary);
    for (let seed = 0; seed < 200; seed++)
      expect(distance(matrix, haarMatrix(size, seed))).toBeGreaterThan(least);
    for (const other of [0.99 * gain, 1.01 * gain]) {
      const at = (factor: number): number =>
        distance(matrix, { re: unitary.re.map((x) => factor * x), im: unitary.im.map((x) => factor * x) });
      expect(at(other)).toBeGreaterThan(at(gain));
    }
  });

  it('of a slightly disturbed unitary is close to it', () => {
    const size = 16;
    const target = haarMatrix(size, 4);
    const noise = randomPlanes(size * size, 4, 80);
    const disturbed = {
      re: target.re.map((x, i) => x + 1e-4 * (noise.re[i] ?? 0)),
      im: target.im.map((x, i) => x + 1e-4 * (noise.im[i] ?? 0)),
    };
    expect(distance(nearestUnitary(disturbed, size).unitary, target)).toBeLessThan(1e-4 * 1.5 * size);
  });
});
