/** Complex products in plain JavaScript; matrices row-major with `n` columns. */

/** The number format under test. */
export type Floats = Float32Array | Float64Array;

/** y = x·b, n even: two columns of y are summed in locals at a time. */
export function product(
  xRe: Floats,
  xIm: Floats,
  bRe: Floats,
  bIm: Floats,
  yRe: Floats,
  yIm: Floats,
  rows: number,
  n: number,
): void {
  for (let row = 0; row < rows; row++) {
    const x = row * n;
    for (let j = 0; j < n; j += 2) {
      let re0 = 0;
      let im0 = 0;
      let re1 = 0;
      let im1 = 0;
      for (let k = 0, b = j; k < n; k++, b += n) {
        const aRe = xRe[x + k] as number;
        const aIm = xIm[x + k] as number;
        const b0Re = bRe[b] as number;
        const b0Im = bIm[b] as number;
        const b1Re = bRe[b + 1] as number;
        const b1Im = bIm[b + 1] as number;
        re0 += aRe * b0Re - aIm * b0Im;
        im0 += aRe * b0Im + aIm * b0Re;
        re1 += aRe * b1Re - aIm * b1Im;
        im1 += aRe * b1Im + aIm * b1Re;
      }
      yRe[x + j] = re0;
      yIm[x + j] = im0;
      yRe[x + j + 1] = re1;
      yIm[x + j + 1] = im1;
    }
  }
}

/** out = Σ over rows of g·conj(x): [i][j]. */
export function outerProduct(
  gRe: Floats,
  gIm: Floats,
  xRe: Floats,
  xIm: Floats,
  outRe: Floats,
  outIm: Floats,
  rows: number,
  n: number,
): void {
  outRe.fill(0);
  outIm.fill(0);
  for (let row = 0; row < rows; row++) {
    const at = row * n;
    for (let i = 0; i < n; i++) {
      const aRe = gRe[at + i] as number;
      const aIm = gIm[at + i] as number;
      const to = i * n;
      for (let j = 0; j < n; j++) {
        const bRe = xRe[at + j] as number;
        const bIm = xIm[at + j] as number;
        outRe[to + j] = (outRe[to + j] as number) + aRe * bRe + aIm * bIm;
        outIm[to + j] = (outIm[to + j] as number) + aIm * bRe - aRe * bIm;
      }
    }
  }
}
