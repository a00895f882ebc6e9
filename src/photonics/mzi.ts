/**
 * The Mach-Zehnder interferometer, in the one convention of this product: fields are column vectors,
 * light meets the external shifter phi on the upper arm, a 50:50 coupler, the internal shifter theta on
 * the upper arm, and the second coupler.
 *
 *     T = B(b) · P(theta) · B(a) · P(phi)
 *     B(e) = [[cos(π/4+e), i·sin(π/4+e)], [i·sin(π/4+e), cos(π/4+e)]],   P(x) = diag(e^{ix}, 1)
 *
 * theta = 0 is the cross state, theta = π the bar state. Source: Clements et al., Optica 3, 1460 (2016)
 * for the device; Bandyopadhyay, Hamerly, Englund, Optica 8, 1247 (2021) for coupler errors a and b.
 */

/** The four complex entries, row by row: [re00, im00, re01, im01, re10, im10, re11, im11]. */
export type Mzi = Float64Array;

/**
 * @param theta internal phase, radians
 * @param phi external phase, radians
 * @param a angle error of the first coupler, radians
 * @param b angle error of the second coupler, radians
 * @param transmission amplitude transmission of the whole device, 0…1
 * @param out where to write, at `offset`; 8 numbers
 */
export function mzi(
  theta: number,
  phi: number,
  a = 0,
  b = 0,
  transmission = 1,
  out: Mzi = new Float64Array(8),
  offset = 0,
): Mzi {
  const s = Math.sin(theta / 2);
  const c = Math.cos(theta / 2);
  const cosSum = Math.cos(a + b);
  const sinSum = Math.sin(a + b);
  const cosDifference = Math.cos(a - b);
  const sinDifference = Math.sin(a - b);
  // The common phase e^{i theta/2} of both columns, and with e^{i phi} of the first.
  const lowerRe = transmission * c;
  const lowerIm = transmission * s;
  const upperRe = lowerRe * Math.cos(phi) - lowerIm * Math.sin(phi);
  const upperIm = lowerRe * Math.sin(phi) + lowerIm * Math.cos(phi);
  product(upperRe, upperIm, -c * sinSum, s * cosDifference, out, offset);
  product(lowerRe, lowerIm, -s * sinDifference, c * cosSum, out, offset + 2);
  product(upperRe, upperIm, s * sinDifference, c * cosSum, out, offset + 4);
  product(lowerRe, lowerIm, -c * sinSum, -s * cosDifference, out, offset + 6);
  return out;
}

function product(aRe: number, aIm: number, bRe: number, bIm: number, out: Mzi, offset: number): void {
  out[offset] = aRe * bRe - aIm * bIm;
  out[offset + 1] = aRe * bIm + aIm * bRe;
}

/** Fraction of power that stays on its waveguide (bar): sin²(theta/2) for ideal couplers. */
export function barFraction(theta: number): number {
  return Math.sin(theta / 2) ** 2;
}
