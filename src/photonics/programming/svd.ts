import type { ComplexPlanes } from '../propagate';
import { zeros } from '../complex-matrix';

/** A = U·diag(sigma)·Vᴴ. */
export interface Svd {
  /** Unitary, size × size, row-major. */
  readonly u: ComplexPlanes;
  /** Singular values, falling. */
  readonly sigma: Float64Array;
  /** Vᴴ, unitary. */
  readonly vAdjoint: ComplexPlanes;
}

/** More sweeps than any matrix of doubles needs: convergence is quadratic after the first few. */
const MAX_SWEEPS = 60;

/**
 * Singular value decomposition of a square complex matrix by one-sided Jacobi rotations (Hestenes 1958; with the
 * ordering of de Rijk, SIAM J. Sci. Stat. Comput. 10, 359 (1989)): columns of A are rotated in pairs until all are
 * orthogonal; their lengths are the singular values. Small singular values are found as accurately as large ones.
 * U is completed to a basis where A is singular.
 * @param matrix finite, row-major size × size; not changed
 */
export function singularValues(matrix: ComplexPlanes, size: number): Svd {
  const largest = matrix.re.reduce((most, x, i) => Math.max(most, Math.abs(x), Math.abs(matrix.im[i]!)), 0);
  const scale = largest > 0 ? largest : 1;
  // Columns of A and of V, one after the other, so that the inner loops run through memory in order.
  const columns = transposed(matrix, size, scale);
  const v = zeros(size * size);
  for (let i = 0; i < size; i++) v.re[i * size + i] = 1;
  orthogonalise(columns, v, size);
  const sigma = new Float64Array(size);
  for (let j = 0; j < size; j++) sigma[j] = Math.sqrt(power(columns, j * size, size));
  sortFalling(sigma, columns, v, size);
  normaliseColumns(columns, sigma, size);
  const vAdjoint = { re: v.re, im: v.im.map((x) => -x) };
  return { u: transposed(columns, size, 1), sigma: sigma.map((x) => x * scale), vAdjoint };
}

function orthogonalise(a: ComplexPlanes, v: ComplexPlanes, size: number): void {
  const tolerance = Number.EPSILON * Math.sqrt(size);
  const powers = new Float64Array(size);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    for (let j = 0; j < size; j++) powers[j] = power(a, j * size, size);
    let isOrthogonal = true;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) {
        if (powers[p]! < powers[q]!) {
          swap(a, p * size, q * size, size);
          swap(v, p * size, q * size, size);
          [powers[p], powers[q]] = [powers[q]!, powers[p]!];
        }
        if (rotate(a, v, p * size, q * size, size, powers, p, q, tolerance)) isOrthogonal = false;
      }
    }
    if (isOrthogonal) return;
  }
}

/** Makes two columns of `a` orthogonal, and rotates those of `v` alike; false where they were. */
function rotate(
  a: ComplexPlanes,
  v: ComplexPlanes,
  p: number,
  q: number,
  size: number,
  powers: Float64Array,
  pIndex: number,
  qIndex: number,
  tolerance: number,
): boolean {
  const { re, im } = a;
  let overlapRe = 0;
  let overlapIm = 0;
  for (let i = 0; i < size; i++) {
    const xRe = re[p + i]!;
    const xIm = im[p + i]!;
    const yRe = re[q + i]!;
    const yIm = im[q + i]!;
    overlapRe += xRe * yRe + xIm * yIm;
    overlapIm += xRe * yIm - xIm * yRe;
  }
  const overlap = Math.hypot(overlapRe, overlapIm);
  const pPower = powers[pIndex]!;
  const qPower = powers[qIndex]!;
  if (overlap <= tolerance * Math.sqrt(pPower * qPower) || overlap < Number.MIN_VALUE / Number.EPSILON)
    return false;
  const zeta = (qPower - pPower) / (2 * overlap);
  const tangent = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const c = 1 / Math.sqrt(1 + tangent * tangent);
  const sRe = (c * tangent * overlapRe) / overlap;
  const sIm = (c * tangent * overlapIm) / overlap;
  turnPair(a, p, q, size, c, sRe, sIm);
  turnPair(v, p, q, size, c, sRe, sIm);
  powers[pIndex] = pPower - tangent * overlap;
  powers[qIndex] = qPower + tangent * overlap;
  return true;
}

/** x ← c·x − s̄·y, y ← s·x + c·y for two columns. */
function turnPair(
  { re, im }: ComplexPlanes,
  p: number,
  q: number,
  size: number,
  c: number,
  sRe: number,
  sIm: number,
): void {
  for (let i = 0; i < size; i++) {
    const xRe = re[p + i]!;
    const xIm = im[p + i]!;
    const yRe = re[q + i]!;
    const yIm = im[q + i]!;
    re[p + i] = c * xRe - sRe * yRe - sIm * yIm;
    im[p + i] = c * xIm - sRe * yIm + sIm * yRe;
    re[q + i] = c * yRe + sRe * xRe - sIm * xIm;
    im[q + i] = c * yIm + sRe * xIm + sIm * xRe;
  }
}

function power({ re, im }: ComplexPlanes, from: number, size: number): number {
  let sum = 0;
  for (let i = from; i < from + size; i++) sum += re[i]! * re[i]! + im[i]! * im[i]!;
  return sum;
}

function swap({ re, im }: ComplexPlanes, p: number, q: number, size: number): void {
  for (let i = 0; i < size; i++) {
    const xRe = re[p + i]!;
    const xIm = im[p + i]!;
    re[p + i] = re[q + i]!;
    im[p + i] = im[q + i]!;
    re[q + i] = xRe;
    im[q + i] = xIm;
  }
}

function sortFalling(sigma: Float64Array, a: ComplexPlanes, v: ComplexPlanes, size: number): void {
  for (let j = 0; j < size - 1; j++) {
    let largest = j;
    for (let k = j + 1; k < size; k++) if (sigma[k]! > sigma[largest]!) largest = k;
    if (largest === j) continue;
    [sigma[j], sigma[largest]] = [sigma[largest]!, sigma[j]!];
    swap(a, j * size, largest * size, size);
    swap(v, j * size, largest * size, size);
  }
}

/** Columns of length 1; those that are zero but for rounding are replaced by a basis of what the others leave. */
function normaliseColumns(columns: ComplexPlanes, sigma: Float64Array, size: number): void {
  const smallest = (sigma[0] ?? 0) * size * Number.EPSILON;
  for (let j = 0; j < size; j++) {
    const length = sigma[j]!;
    if (length > smallest) {
      for (let i = j * size; i < (j + 1) * size; i++) {
        columns.re[i] = columns.re[i]! / length;
        columns.im[i] = columns.im[i]! / length;
      }
    } else {
      completeBasis(columns, j, size);
    }
  }
}

/** Puts a unit vector orthogonal to columns 0 … j − 1 into column j, from the unit vector they cover least. */
function completeBasis({ re, im }: ComplexPlanes, j: number, size: number): void {
  const covered = new Float64Array(size);
  for (let k = 0; k < j * size; k++) covered[k % size] = covered[k % size]! + re[k]! ** 2 + im[k]! ** 2;
  const start = covered.indexOf(Math.min(...covered));
  const own = j * size;
  re.fill(0, own, own + size);
  im.fill(0, own, own + size);
  re[own + start] = 1;
  // Twice is enough (Giraud et al., Numer. Math. 101, 87 (2005)).
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < j; k++) subtractProjection(re, im, own, k * size, size);
    const length = Math.sqrt(power({ re, im }, own, size));
    for (let i = own; i < own + size; i++) {
      re[i] = re[i]! / length;
      im[i] = im[i]! / length;
    }
  }
}

function subtractProjection(
  re: Float64Array,
  im: Float64Array,
  own: number,
  other: number,
  size: number,
): void {
  let overlapRe = 0;
  let overlapIm = 0;
  for (let i = 0; i < size; i++) {
    overlapRe += re[other + i]! * re[own + i]! + im[other + i]! * im[own + i]!;
    overlapIm += re[other + i]! * im[own + i]! - im[other + i]! * re[own + i]!;
  }
  for (let i = 0; i < size; i++) {
    re[own + i] = re[own + i]! - overlapRe * re[other + i]! + overlapIm * im[other + i]!;
    im[own + i] = im[own + i]! - overlapRe * im[other + i]! - overlapIm * re[other + i]!;
  }
}

/** Aᵀ / divisor */
function transposed(a: ComplexPlanes, size: number, divisor: number): ComplexPlanes {
  const out = zeros(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      out.re[j * size + i] = a.re[i * size + j]! / divisor;
      out.im[j * size + i] = a.im[i * size + j]! / divisor;
    }
  }
  return out;
}
