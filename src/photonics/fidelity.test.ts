import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjoint, product, zeros } from './complex-matrix';
import { fidelity } from './fidelity';
import { namedMatrix } from './programming/matrix-sources';
import type { ComplexPlanes } from './propagate';

function haar(size: number, seed: number): ComplexPlanes {
  const matrix = namedMatrix('haar', size, seed);
  if (!matrix.ok) throw new Error(matrix.fault.message);
  return matrix.value;
}

function times({ re, im }: ComplexPlanes, size: number, phase: number): ComplexPlanes {
  const [c, s] = [size * Math.cos(phase), size * Math.sin(phase)];
  return {
    re: re.map((x, i) => c * x - s * im[i]!),
    im: re.map((x, i) => c * im[i]! + s * x),
  };
}

const size = fc.integer({ min: 2, max: 8 });
const seed = fc.integer({ min: 0, max: 1000 });

describe('fidelity', () => {
  it('is |Tr(U†V)|²/N² for unitary matrices', () => {
    fc.assert(
      fc.property(size, seed, seed, (n, first, second) => {
        const [u, v] = [haar(n, first), haar(n, second)];
        const overlap = product(adjoint(u, n, n), v, n, n, n);
        let re = 0;
        let im = 0;
        for (let i = 0; i < n; i++) {
          re += overlap.re[i * n + i]!;
          im += overlap.im[i * n + i]!;
        }
        expect(fidelity(u, v)).toBeCloseTo((re * re + im * im) / (n * n), 12);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('does not change with a common phase or gain of either, and is 1 only for the same matrix', () => {
    fc.assert(
      fc.property(size, seed, fc.double({ min: 0.1, max: 9, noNaN: true }), (n, first, factor) => {
        const u = haar(n, first);
        const v = haar(n, first + 1);
        expect(fidelity(times(u, factor, factor), v)).toBeCloseTo(fidelity(u, v), 12);
        expect(fidelity(u, times(u, factor, 2 * factor))).toBeCloseTo(1, 12);
        expect(fidelity(u, v)).toBeLessThan(1 - 1e-6);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  it('is 0 for matrices that share nothing, and says nothing of darkness', () => {
    const one = { re: Float64Array.of(1, 0, 0, 1), im: new Float64Array(4) };
    const swap = { re: Float64Array.of(0, 1, 1, 0), im: new Float64Array(4) };
    expect(fidelity(one, swap)).toBe(0);
    expect(fidelity(one, zeros(4))).toBeNaN();
    expect(() => fidelity(one, zeros(9))).toThrow(RangeError);
  });
});
