import { electroOptic, kerr, nofu } from './responses';
import { slowResponse } from './slow-responses';

/**
 * Nonlinearities on the first `lanes` modes (a multiple of 4) of `rows` samples, rows of `ld` floats in planes;
 * equations in photonics/nonlinearity. Kinds are numbered in the order of engine/wasm/kinds.ts.
 */
export const NONE = 0;
export const ELECTRO_OPTIC = 1;
export const NOFU = 2;
export const MOD_RELU = 3;
export const KERR = 4;
export const MODULUS = 5;
export const POWER = 6;
export const MODULUS_SOFTPLUS = 7;
export const SATURABLE_ABSORBER = 8;

/** hRe, hIm, dRe, dIm and, for the NOFU, derivatives by tap (re, im) and detuning (re, im): 4 lanes each. */
const response = memory.data(128, 16);

/**
 * f(z) of every element; `out` may be z. `constants` points at up to 4 f32; tap and detuning hold one f32 per mode.
 */
export function activate(
  kind: i32,
  constants: usize,
  tap: usize,
  detuning: usize,
  rows: i32,
  lanes: usize,
  ld: usize,
  zRe: usize,
  zIm: usize,
  outRe: usize,
  outIm: usize,
): void {
  const bytes = lanes << 2;
  const rowBytes = ld << 2;
  const detects = isDetecting(kind);
  for (let row = 0; row < rows; row++) {
    const start = (<usize>row) * rowBytes;
    for (let mode: usize = 0; mode < bytes; mode += 16) {
      const at = start + mode;
      const re = v128.load(zRe + at);
      const im = v128.load(zIm + at);
      respond(kind, constants, tap + mode, detuning + mode, re, im, false);
      const hRe = v128.load(response);
      const hIm = v128.load(response, 16);
      if (detects) {
        v128.store(outRe + at, hRe);
        v128.store(outIm + at, f32x4.splat(0));
      } else {
        v128.store(outRe + at, f32x4.sub(f32x4.mul(re, hRe), f32x4.mul(im, hIm)));
        v128.store(outIm + at, f32x4.add(f32x4.mul(re, hIm), f32x4.mul(im, hRe)));
      }
    }
  }
}

/**
 * Cotangents before the nonlinearity from those after it, in place:
 * G ← conj(h)·G + 2·Re(conj(G)·z·h')·z, or for detecting kinds G ← 2·Re(G)·h'·z.
 * @param tapGradient one f32 per mode, added to; likewise detuningGradient (NOFU only)
 */
export function activateBackward(
  kind: i32,
  constants: usize,
  tap: usize,
  detuning: usize,
  rows: i32,
  lanes: usize,
  ld: usize,
  zRe: usize,
  zIm: usize,
  gRe: usize,
  gIm: usize,
  tapGradient: usize,
  detuningGradient: usize,
): void {
  const bytes = lanes << 2;
  const rowBytes = ld << 2;
  const detects = isDetecting(kind);
  const two = f32x4.splat(2);
  for (let row = 0; row < rows; row++) {
    const start = (<usize>row) * rowBytes;
    for (let mode: usize = 0; mode < bytes; mode += 16) {
      const at = start + mode;
      const re = v128.load(zRe + at);
      const im = v128.load(zIm + at);
      const g = v128.load(gRe + at);
      const h = v128.load(gIm + at);
      respond(kind, constants, tap + mode, detuning + mode, re, im, true);
      const dRe = v128.load(response, 32);
      const dIm = v128.load(response, 48);
      if (detects) {
        const slope = f32x4.mul(f32x4.mul(two, g), dRe);
        v128.store(gRe + at, f32x4.mul(slope, re));
        v128.store(gIm + at, f32x4.mul(slope, im));
        continue;
      }
      const hRe = v128.load(response);
      const hIm = v128.load(response, 16);
      // conj(G)·z
      const pRe = f32x4.add(f32x4.mul(g, re), f32x4.mul(h, im));
      const pIm = f32x4.sub(f32x4.mul(g, im), f32x4.mul(h, re));
      const slope = f32x4.mul(two, realProduct(pRe, pIm, dRe, dIm));
      v128.store(gRe + at, f32x4.add(f32x4.add(f32x4.mul(hRe, g), f32x4.mul(hIm, h)), f32x4.mul(slope, re)));
      v128.store(gIm + at, f32x4.add(f32x4.sub(f32x4.mul(hRe, h), f32x4.mul(hIm, g)), f32x4.mul(slope, im)));
      if (kind == NOFU) {
        const byTap = realProduct(pRe, pIm, v128.load(response, 64), v128.load(response, 80));
        const byDetuning = realProduct(pRe, pIm, v128.load(response, 96), v128.load(response, 112));
        v128.store(tapGradient + mode, f32x4.add(v128.load(tapGradient + mode), byTap));
        v128.store(detuningGradient + mode, f32x4.add(v128.load(detuningGradient + mode), byDetuning));
      }
    }
  }
}

@inline
function realProduct(aRe: v128, aIm: v128, bRe: v128, bIm: v128): v128 {
  return f32x4.sub(f32x4.mul(aRe, bRe), f32x4.mul(aIm, bIm));
}

@inline
function isDetecting(kind: i32): bool {
  return kind >= MODULUS && kind <= MODULUS_SOFTPLUS;
}

@inline
function respond(
  kind: i32,
  constants: usize,
  tap: usize,
  detuning: usize,
  re: v128,
  im: v128,
  slopes: bool,
): void {
  const u = f32x4.add(f32x4.mul(re, re), f32x4.mul(im, im));
  if (kind == ELECTRO_OPTIC) electroOptic(u, constants, response, slopes);
  else if (kind == NOFU) nofu(u, constants, v128.load(tap), v128.load(detuning), response, slopes);
  else if (kind == KERR) kerr(u, constants, response, slopes);
  else slowResponse(kind, u, constants, response);
}
