import { adjoint, product } from '../complex-matrix';
import type { ComplexPlanes } from '../propagate';
import { singularValues } from './svd';

/** The unitary matrix closest to a matrix in the Frobenius norm, and the scale at which it is closest. */
export interface NearestUnitary {
  readonly unitary: ComplexPlanes;
  /** Mean of the singular values: |M − gain·Q|_F is least there. */
  readonly gain: number;
}

/**
 * The unitary factor Q = U·Vᴴ of the polar decomposition (Fan, Hoffman, Proc. Am. Math. Soc. 6, 111 (1955)). Where
 * the matrix is singular there are several, and this is one of them.
 */
export function nearestUnitary(matrix: ComplexPlanes, size: number): NearestUnitary {
  const { u, sigma, vAdjoint } = singularValues(matrix, size);
  const gain = sigma.reduce((sum, value) => sum + value, 0) / size;
  return { unitary: polished(product(u, vAdjoint, size, size, size), size), gain };
}

/** One Newton-Schulz step, Q·(3 − QᴴQ)/2: takes the rounding of many rotations out again. */
function polished(q: ComplexPlanes, size: number): ComplexPlanes {
  const gram = product(adjoint(q, size, size), q, size, size, size);
  for (let i = 0; i < gram.re.length; i++) {
    gram.re[i] = -gram.re[i]! / 2;
    gram.im[i] = -gram.im[i]! / 2;
  }
  for (let i = 0; i < size; i++) gram.re[i * size + i] = gram.re[i * size + i]! + 1.5;
  return product(q, gram, size, size, size);
}
