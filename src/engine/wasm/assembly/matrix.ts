import { sinCos4 } from './elementary';

/** Row operations on N×N matrices in planes of `ld` floats a row. */

const scratch = memory.data(32, 16);

/** Sets a matrix to the identity, padding to 0. */
export function setIdentity(re: usize, im: usize, ld: usize, size: i32): void {
  const bytes = ((<usize>size) * ld) << 2;
  memory.fill(re, 0, bytes);
  memory.fill(im, 0, bytes);
  for (let k: usize = 0; k < <usize>size; k++) store<f32>(re + ((k * ld + k) << 2), 1);
}

/**
 * Multiplies row p by scale·factor_p·e^{±i·phase_p}.
 * @param factors one f32 per row; 0 for ones
 */
export function shiftRows(
  re: usize,
  im: usize,
  ld: usize,
  size: i32,
  phases: usize,
  sign: f32,
  scale: f32,
  factors: usize,
): void {
  for (let row = 0; row < size; row++) {
    const port = (<usize>row) << 2;
    sinCos4(f32x4.splat(sign * load<f32>(phases + port)), scratch);
    const factor = f32x4.splat(factors ? scale * load<f32>(factors + port) : scale);
    const s = f32x4.mul(factor, v128.load(scratch));
    const c = f32x4.mul(factor, v128.load(scratch, 16));
    const from = ((<usize>row) * ld) << 2;
    const end = from + (ld << 2);
    for (let at = from; at < end; at += 16) {
      const xRe = v128.load(re + at);
      const xIm = v128.load(im + at);
      v128.store(re + at, f32x4.sub(f32x4.mul(c, xRe), f32x4.mul(s, xIm)));
      v128.store(im + at, f32x4.add(f32x4.mul(c, xIm), f32x4.mul(s, xRe)));
    }
  }
}

/** Multiplies row p by the attenuator sin(alpha_p / 2). */
export function attenuateRows(re: usize, im: usize, ld: usize, size: i32, alphas: usize): void {
  for (let row = 0; row < size; row++) {
    sinCos4(f32x4.splat(0.5 * load<f32>(alphas + ((<usize>row) << 2))), scratch);
    const factor = v128.load(scratch);
    const from = ((<usize>row) * ld) << 2;
    const end = from + (ld << 2);
    for (let at = from; at < end; at += 16) {
      v128.store(re + at, f32x4.mul(factor, v128.load(re + at)));
      v128.store(im + at, f32x4.mul(factor, v128.load(im + at)));
    }
  }
}

/** out_p = −Im Σ conj(g_p)·y_p: the gradient by a phase on row p. */
export function rowPhaseGradient(re: usize, im: usize, gRe: usize, gIm: usize, ld: usize, size: i32, out: usize): void {
  for (let row = 0; row < size; row++) {
    let sum = f32x4.splat(0);
    const from = ((<usize>row) * ld) << 2;
    const end = from + (ld << 2);
    for (let at = from; at < end; at += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(gIm + at), v128.load(re + at)));
      sum = f32x4.sub(sum, f32x4.mul(v128.load(gRe + at), v128.load(im + at)));
    }
    store<f32>(out + ((<usize>row) << 2), lanes(sum));
  }
}

/** out_p = ½·cos(alpha_p/2)·Re Σ conj(g_p)·v_p: the gradient by the attenuator angle of row p. */
export function attenuatorGradient(
  re: usize,
  im: usize,
  gRe: usize,
  gIm: usize,
  ld: usize,
  size: i32,
  alphas: usize,
  out: usize,
): void {
  for (let row = 0; row < size; row++) {
    let sum = f32x4.splat(0);
    const from = ((<usize>row) * ld) << 2;
    const end = from + (ld << 2);
    for (let at = from; at < end; at += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(gRe + at), v128.load(re + at)));
      sum = f32x4.add(sum, f32x4.mul(v128.load(gIm + at), v128.load(im + at)));
    }
    sinCos4(f32x4.splat(0.5 * load<f32>(alphas + ((<usize>row) << 2))), scratch);
    store<f32>(out + ((<usize>row) << 2), 0.5 * load<f32>(scratch, 16) * lanes(sum));
  }
}

@inline
function lanes(sum: v128): f32 {
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3)
  );
}
