/** A complex number z as its two parts. */
export interface Root {
  readonly re: number;
  readonly im: number;
}

const MAX_ROUNDS = 200;
const CLOSE = 1e-12;

/**
 * All roots of z^p + a_1·z^(p−1) + … + a_p at once by Aberth's iteration (Math. Comp. 27, 339 (1973)), cubic for
 * simple roots. Meant for the small degrees of linear prediction.
 */
export function polynomialRoots(coefficients: ArrayLike<number>): readonly Root[] {
  const degree = coefficients.length;
  let bound = 0;
  for (let k = 0; k < degree; k++) bound = Math.max(bound, Math.abs(coefficients[k] ?? 0) ** (1 / (k + 1)));
  // Fujiwara: no root is larger than twice the bound. The start is turned so that it is not symmetric.
  const radius = Math.max(bound, 1e-3);
  const re = new Float64Array(degree);
  const im = new Float64Array(degree);
  for (let k = 0; k < degree; k++) {
    const angle = (2 * Math.PI * k) / degree + 0.7;
    re[k] = radius * Math.cos(angle);
    im[k] = radius * Math.sin(angle);
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let moved = 0;
    for (let k = 0; k < degree; k++) moved = Math.max(moved, improve(coefficients, re, im, k));
    if (moved < CLOSE * radius) break;
  }
  return Array.from(re, (value, k) => ({ re: value, im: im[k] ?? 0 }));
}

/** One step of one root; returns how far it went. */
function improve(coefficients: ArrayLike<number>, re: Float64Array, im: Float64Array, k: number): number {
  const [x, y] = [re[k] ?? 0, im[k] ?? 0];
  // Horner's scheme for the value p and the derivative d.
  let [pRe, pIm, dRe, dIm] = [1, 0, 0, 0];
  for (let i = 0; i < coefficients.length; i++) {
    [dRe, dIm] = [dRe * x - dIm * y + pRe, dRe * y + dIm * x + pIm];
    [pRe, pIm] = [pRe * x - pIm * y + (coefficients[i] ?? 0), pRe * y + pIm * x];
  }
  if (pRe === 0 && pIm === 0) return 0;
  // w = n / (1 − n·Σ 1/(z − z_j)), written as 1 / (p'/p − Σ).
  const size = pRe * pRe + pIm * pIm;
  let sRe = (dRe * pRe + dIm * pIm) / size;
  let sIm = (dIm * pRe - dRe * pIm) / size;
  for (let j = 0; j < re.length; j++) {
    if (j === k) continue;
    const [uRe, uIm] = [x - (re[j] ?? 0), y - (im[j] ?? 0)];
    const distance = Math.max(uRe * uRe + uIm * uIm, Number.MIN_VALUE);
    sRe -= uRe / distance;
    sIm += uIm / distance;
  }
  const divisor = sRe * sRe + sIm * sIm;
  if (!(divisor > 0) || !Number.isFinite(divisor)) return 0;
  re[k] = x - sRe / divisor;
  im[k] = y + sIm / divisor;
  return Math.sqrt(1 / divisor);
}
