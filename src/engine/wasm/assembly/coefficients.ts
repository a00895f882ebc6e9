import { sinCos4 } from './elementary';

const scratch = memory.data(64, 16);

/**
 * 2×2 entries of every interferometer (equation of photonics/mzi.ts), T·diag(top, bottom): 8 floats each.
 * @param count interferometers; theta, phi and coefficients are readable up to a multiple of 4
 * @param flaws 4 arrays of `stride` floats after each other: cos(a+b), sin(a+b), cos(a−b), sin(a−b)
 * @param losses 2 such arrays: amplitude transmissions of the upper and the lower port; 0 for none
 * @param isPushPull whether T is multiplied by −i·e^{−i theta/2}
 */
export function coefficients(
  theta: usize,
  phi: usize,
  count: i32,
  thetaErrors: usize,
  phiErrors: usize,
  flaws: usize,
  stride: usize,
  losses: usize,
  isPushPull: i32,
  out: usize,
): void {
  const half = f32x4.splat(0.5);
  for (let k = 0; k < count; k += 4) {
    const at = (<usize>k) << 2;
    sinCos4(f32x4.mul(half, f32x4.add(v128.load(theta + at), v128.load(thetaErrors + at))), scratch);
    sinCos4(f32x4.add(v128.load(phi + at), v128.load(phiErrors + at)), scratch + 32);
    const s = v128.load(scratch);
    const c = v128.load(scratch, 16);
    const sinPhi = v128.load(scratch, 32);
    const cosPhi = v128.load(scratch, 48);
    const flaw = flaws + at;
    const cosSum = v128.load(flaw);
    const sinSum = v128.load(flaw + (stride << 2));
    const cosDifference = v128.load(flaw + (stride << 3));
    const sinDifference = v128.load(flaw + stride * 12);
    // Common phase of the lower column, and with e^{i phi} of the upper one.
    let lowerRe = c;
    let lowerIm = s;
    if (isPushPull) {
      lowerRe = f32x4.splat(0);
      lowerIm = f32x4.splat(-1);
    }
    let upperRe = f32x4.sub(f32x4.mul(lowerRe, cosPhi), f32x4.mul(lowerIm, sinPhi));
    let upperIm = f32x4.add(f32x4.mul(lowerRe, sinPhi), f32x4.mul(lowerIm, cosPhi));
    if (losses) {
      const top = v128.load(losses + at);
      const bottom = v128.load(losses + at + (stride << 2));
      upperRe = f32x4.mul(top, upperRe);
      upperIm = f32x4.mul(top, upperIm);
      lowerRe = f32x4.mul(bottom, lowerRe);
      lowerIm = f32x4.mul(bottom, lowerIm);
    }
    const to = out + (at << 3);
    entry(upperRe, upperIm, f32x4.neg(f32x4.mul(c, sinSum)), f32x4.mul(s, cosDifference), to);
    entry(lowerRe, lowerIm, f32x4.neg(f32x4.mul(s, sinDifference)), f32x4.mul(c, cosSum), to + 8);
    entry(upperRe, upperIm, f32x4.mul(s, sinDifference), f32x4.mul(c, cosSum), to + 16);
    entry(lowerRe, lowerIm, f32x4.neg(f32x4.mul(c, sinSum)), f32x4.neg(f32x4.mul(s, cosDifference)), to + 24);
  }
}

/** One complex entry of four interferometers, 32 bytes apart. */
@inline
function entry(aRe: v128, aIm: v128, bRe: v128, bIm: v128, to: usize): void {
  const re = f32x4.sub(f32x4.mul(aRe, bRe), f32x4.mul(aIm, bIm));
  const im = f32x4.add(f32x4.mul(aRe, bIm), f32x4.mul(aIm, bRe));
  v128.store64_lane(to, v128.shuffle<f32>(re, im, 0, 4, 0, 4), 0);
  v128.store64_lane(to + 32, v128.shuffle<f32>(re, im, 1, 5, 1, 5), 0);
  v128.store64_lane(to + 64, v128.shuffle<f32>(re, im, 2, 6, 2, 6), 0);
  v128.store64_lane(to + 96, v128.shuffle<f32>(re, im, 3, 7, 3, 7), 0);
}
