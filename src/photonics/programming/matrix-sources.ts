import type { Result } from '../../lib/result';
import { permute } from '../../lib/permutation';
import { fail, ok } from '../../lib/result';
import { mix32 } from '../../lib/rng';
import { zeros } from '../complex-matrix';
import { haarPhases } from '../haar';
import { rectangularMesh } from '../mesh';
import { sizeFault } from '../meshes/build-mesh';
import type { ComplexPlanes } from '../propagate';
import { identity, meshMatrix } from '../propagate';

/** Matrices that can be had by name. */
export const MATRIX_SOURCES = ['identity', 'dft', 'hadamard', 'permutation', 'haar'] as const;
export type MatrixSource = (typeof MATRIX_SOURCES)[number];

/**
 * A named unitary matrix.
 * @param seed of `haar` and of the order of a `permutation`
 * Faults: `mesh/modes` at `modes`, and `programming/hadamard` where a Hadamard matrix of this size has no simple form.
 */
export function namedMatrix(source: MatrixSource, size: number, seed: number): Result<ComplexPlanes> {
  const fault = sizeFault('rectangular', size);
  if (fault) return fail(fault);
  switch (source) {
    case 'identity':
      return ok(identity(size));
    case 'dft':
      return ok(dft(size));
    case 'hadamard':
      return hadamard(size);
    case 'permutation':
      return ok(permutationMatrix(shuffledOrder(size, seed)));
    case 'haar':
      return ok(haarMatrix(size, seed));
  }
}

/** Unitary discrete Fourier transform, F_jk = e^{2πi·jk/N}/√N. */
export function dft(size: number): ComplexPlanes {
  const out = zeros(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      // The product modulo N keeps the angle small and so exact to rounding.
      const angle = (2 * Math.PI * ((row * column) % size)) / size;
      out.re[row * size + column] = Math.cos(angle) / Math.sqrt(size);
      out.im[row * size + column] = Math.sin(angle) / Math.sqrt(size);
    }
  }
  return out;
}

/** Sylvester's Hadamard matrix ±1/√N, for powers of two. */
function hadamard(size: number): Result<ComplexPlanes> {
  if (!Number.isInteger(Math.log2(size))) {
    const below = 2 ** Math.floor(Math.log2(size));
    return fail({
      code: 'programming/hadamard',
      message: `There is no Hadamard matrix of ${size} rows here: it needs a power of two.`,
      fix: `Use ${below} or ${2 * below} rows, or another matrix.`,
      where: 'modes',
    });
  }
  const out = zeros(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      out.re[row * size + column] = (isOdd(row & column) ? -1 : 1) / Math.sqrt(size);
  }
  return ok(out);
}

/** Whether a number has an odd number of bits. */
function isOdd(bits: number): boolean {
  let odd = false;
  for (let rest = bits; rest !== 0; rest &= rest - 1) odd = !odd;
  return odd;
}

/** Light from port j leaves at port order[j]. */
export function permutationMatrix(order: readonly number[]): ComplexPlanes {
  const size = order.length;
  const out = zeros(size * size);
  order.forEach((row, column) => (out.re[row * size + column] = 1));
  return out;
}

function shuffledOrder(size: number, seed: number): number[] {
  const key = mix32(seed);
  return Array.from({ length: size }, (_, i) => permute(i, size, key));
}

/** A Haar-random unitary: the matrix of a rectangular mesh with Haar-random phases. */
export function haarMatrix(size: number, seed: number): ComplexPlanes {
  const mesh = rectangularMesh(size);
  return meshMatrix(mesh, haarPhases(mesh, seed));
}
