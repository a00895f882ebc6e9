import { describe, expect, it } from 'vitest';
import { distance, nonUnitarity } from '../complex-matrix';
import { identity } from '../propagate';
import { MATRIX_SOURCES, dft, namedMatrix, permutationMatrix } from './matrix-sources';

describe.each(MATRIX_SOURCES)('the %s matrix', (source) => {
  it.each([2, 4, 16, 64])('of %d rows is unitary', (size) => {
    const matrix = namedMatrix(source, size, 5);
    if (!matrix.ok) throw new Error(matrix.fault.message);
    expect(matrix.value.re).toHaveLength(size * size);
    expect(nonUnitarity(matrix.value, size)).toBeLessThan(1e-13);
  });

  it.each([1, 0, 513, 2.5, Number.NaN])('does not exist with %d rows', (size) => {
    expect(namedMatrix(source, size, 1)).toMatchObject({ ok: false, fault: { where: 'modes' } });
  });
});

describe('named matrices', () => {
  it('are what they are called', () => {
    expect(namedMatrix('identity', 3, 1)).toEqual({ ok: true, value: identity(3) });
    const { re, im } = dft(3);
    expect(re[4]).toBeCloseTo(Math.cos((2 * Math.PI) / 3) / Math.sqrt(3), 15);
    expect(im[4]).toBeCloseTo(Math.sin((2 * Math.PI) / 3) / Math.sqrt(3), 15);
    const hadamard = namedMatrix('hadamard', 4, 1);
    expect(hadamard.ok && [...hadamard.value.re].map((x) => 2 * x)).toEqual([
      1, 1, 1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1, -1, -1, 1,
    ]);
    expect([...permutationMatrix([1, 2, 0]).re]).toEqual([0, 0, 1, 1, 0, 0, 0, 1, 0]);
  });

  it('depend on the seed where they are drawn', () => {
    for (const source of ['haar', 'permutation'] as const) {
      const [one, other, again] = [1, 2, 1].map((seed) => namedMatrix(source, 16, seed));
      if (!one?.ok || !other?.ok || !again?.ok) throw new Error('not drawn');
      expect(distance(one.value, other.value)).toBeGreaterThan(1);
      expect(distance(one.value, again.value)).toBe(0);
    }
  });

  it('say which sizes a Hadamard matrix has', () => {
    expect(namedMatrix('hadamard', 12, 1)).toMatchObject({
      ok: false,
      fault: { code: 'programming/hadamard', where: 'modes', fix: 'Use 8 or 16 rows, or another matrix.' },
    });
  });
});
