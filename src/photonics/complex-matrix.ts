import type { ComplexPlanes } from './propagate';

/** Arithmetic of dense complex matrices in row-major planes. */

export function zeros(length: number): ComplexPlanes {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

/** A·B for A of rows × inner and B of inner × columns. */
export function product(
  a: ComplexPlanes,
  b: ComplexPlanes,
  rows: number,
  inner: number,
  columns: number,
): ComplexPlanes {
  const out = zeros(rows * columns);
  for (let i = 0; i < rows; i++) {
    const row = i * columns;
    for (let k = 0; k < inner; k++) {
      const aRe = a.re[i * inner + k]!;
      const aIm = a.im[i * inner + k]!;
      if (aRe === 0 && aIm === 0) continue;
      const from = k * columns;
      for (let j = 0; j < columns; j++) {
        const bRe = b.re[from + j]!;
        const bIm = b.im[from + j]!;
        out.re[row + j] = out.re[row + j]! + aRe * bRe - aIm * bIm;
        out.im[row + j] = out.im[row + j]! + aRe * bIm + aIm * bRe;
      }
    }
  }
  return out;
}

/** Aᴴ, columns × rows. */
export function adjoint(a: ComplexPlanes, rows: number, columns: number): ComplexPlanes {
  const out = zeros(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      out.re[j * rows + i] = a.re[i * columns + j]!;
      out.im[j * rows + i] = -a.im[i * columns + j]!;
    }
  }
  return out;
}

/** factor·A */
export function scaled({ re, im }: ComplexPlanes, factor: number): ComplexPlanes {
  return { re: re.map((x) => factor * x), im: im.map((x) => factor * x) };
}

/** Frobenius norm √Σ|A_ij|². */
export function frobenius({ re, im }: ComplexPlanes): number {
  let sum = 0;
  for (let i = 0; i < re.length; i++) sum += re[i]! * re[i]! + im[i]! * im[i]!;
  return Math.sqrt(sum);
}

/** Frobenius norm of A − B. */
export function distance(a: ComplexPlanes, b: ComplexPlanes): number {
  let sum = 0;
  for (let i = 0; i < a.re.length; i++) sum += (a.re[i]! - b.re[i]!) ** 2 + (a.im[i]! - b.im[i]!) ** 2;
  return Math.sqrt(sum);
}

/** The block of `rows` × `columns` whose upper left entry is (row, column) of a matrix of `width` columns. */
export function block(
  a: ComplexPlanes,
  width: number,
  row: number,
  column: number,
  rows: number,
  columns: number,
): ComplexPlanes {
  const out = zeros(rows * columns);
  for (let i = 0; i < rows; i++) {
    const from = (row + i) * width + column;
    out.re.set(a.re.subarray(from, from + columns), i * columns);
    out.im.set(a.im.subarray(from, from + columns), i * columns);
  }
  return out;
}

/** A matrix of rows × columns in the upper left corner of a size × size matrix of zeros. */
export function padded(a: ComplexPlanes, rows: number, columns: number, size: number): ComplexPlanes {
  const out = zeros(size * size);
  for (let i = 0; i < rows; i++) {
    out.re.set(a.re.subarray(i * columns, (i + 1) * columns), i * size);
    out.im.set(a.im.subarray(i * columns, (i + 1) * columns), i * size);
  }
  return out;
}

/** |A·Aᴴ − 1|_F / √size: 0 for a unitary matrix. */
export function nonUnitarity(a: ComplexPlanes, size: number): number {
  const gram = product(a, adjoint(a, size, size), size, size, size);
  for (let i = 0; i < size; i++) gram.re[i * size + i] = gram.re[i * size + i]! - 1;
  return frobenius(gram) / Math.sqrt(size);
}
