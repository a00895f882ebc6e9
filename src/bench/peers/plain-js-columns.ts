import type { Floats } from './plain-js-products';

/** Walking a matrix through a mesh in plain JavaScript; see engine/wasm/assembly/mesh.ts for the equations. */

export function columnsForward(
  pairs: Int32Array,
  coefficients: Floats,
  re: Floats,
  im: Floats,
  n: number,
): void {
  for (let k = 0; 2 * k < pairs.length; k++) {
    const t00 = coefficients[8 * k] as number;
    const u00 = coefficients[8 * k + 1] as number;
    const t01 = coefficients[8 * k + 2] as number;
    const u01 = coefficients[8 * k + 3] as number;
    const t10 = coefficients[8 * k + 4] as number;
    const u10 = coefficients[8 * k + 5] as number;
    const t11 = coefficients[8 * k + 6] as number;
    const u11 = coefficients[8 * k + 7] as number;
    const top = (pairs[2 * k] as number) * n;
    const bottom = (pairs[2 * k + 1] as number) * n;
    for (let lane = 0; lane < n; lane++) {
      const xRe = re[top + lane] as number;
      const xIm = im[top + lane] as number;
      const yRe = re[bottom + lane] as number;
      const yIm = im[bottom + lane] as number;
      re[top + lane] = t00 * xRe - u00 * xIm + t01 * yRe - u01 * yIm;
      im[top + lane] = t00 * xIm + u00 * xRe + t01 * yIm + u01 * yRe;
      re[bottom + lane] = t10 * xRe - u10 * xIm + t11 * yRe - u11 * yIm;
      im[bottom + lane] = t10 * xIm + u10 * xRe + t11 * yIm + u11 * yRe;
    }
  }
}

/** Un-propagates fields and cotangents; four gradient sums per interferometer. */
export function columnsBackward(
  pairs: Int32Array,
  coefficients: Floats,
  re: Floats,
  im: Floats,
  gRe: Floats,
  gIm: Floats,
  n: number,
  sums: Floats,
): void {
  for (let k = pairs.length / 2 - 1; k >= 0; k--) {
    const t00 = coefficients[8 * k] as number;
    const u00 = coefficients[8 * k + 1] as number;
    const t01 = coefficients[8 * k + 2] as number;
    const u01 = coefficients[8 * k + 3] as number;
    const t10 = coefficients[8 * k + 4] as number;
    const u10 = coefficients[8 * k + 5] as number;
    const t11 = coefficients[8 * k + 6] as number;
    const u11 = coefficients[8 * k + 7] as number;
    const top = (pairs[2 * k] as number) * n;
    const bottom = (pairs[2 * k + 1] as number) * n;
    let q0 = 0;
    let q1 = 0;
    let q2 = 0;
    let q3 = 0;
    for (let lane = 0; lane < n; lane++) {
      const aRe = re[top + lane] as number;
      const aIm = im[top + lane] as number;
      const bRe = re[bottom + lane] as number;
      const bIm = im[bottom + lane] as number;
      const gaRe = gRe[top + lane] as number;
      const gaIm = gIm[top + lane] as number;
      const gbRe = gRe[bottom + lane] as number;
      const gbIm = gIm[bottom + lane] as number;
      q0 += gaRe * aIm - gaIm * aRe;
      q1 += gbRe * bIm - gbIm * bRe;
      q2 += gaRe * bRe + gaIm * bIm - gbRe * aRe - gbIm * aIm;
      const xRe = t00 * aRe + u00 * aIm + t10 * bRe + u10 * bIm;
      const xIm = t00 * aIm - u00 * aRe + t10 * bIm - u10 * bRe;
      const hRe = t00 * gaRe + u00 * gaIm + t10 * gbRe + u10 * gbIm;
      const hIm = t00 * gaIm - u00 * gaRe + t10 * gbIm - u10 * gbRe;
      re[top + lane] = xRe;
      im[top + lane] = xIm;
      re[bottom + lane] = t01 * aRe + u01 * aIm + t11 * bRe + u11 * bIm;
      im[bottom + lane] = t01 * aIm - u01 * aRe + t11 * bIm - u11 * bRe;
      gRe[top + lane] = hRe;
      gIm[top + lane] = hIm;
      gRe[bottom + lane] = t01 * gaRe + u01 * gaIm + t11 * gbRe + u11 * gbIm;
      gIm[bottom + lane] = t01 * gaIm - u01 * gaRe + t11 * gbIm - u11 * gbRe;
      q3 += hRe * xIm - hIm * xRe;
    }
    sums[4 * k] = q0;
    sums[4 * k + 1] = q1;
    sums[4 * k + 2] = q2;
    sums[4 * k + 3] = q3;
  }
}

/** Multiplies row p by e^{±i·gamma_p}. */
export function shiftRows(re: Floats, im: Floats, gamma: Float64Array, sign: 1 | -1, n: number): void {
  for (let row = 0; row < n; row++) {
    const c = Math.cos(gamma[row] as number);
    const s = sign * Math.sin(gamma[row] as number);
    for (let at = row * n; at < (row + 1) * n; at++) {
      const x = re[at] as number;
      const y = im[at] as number;
      re[at] = c * x - s * y;
      im[at] = c * y + s * x;
    }
  }
}
