import { TILE_BYTES } from './propagate';

/** Im⟨g,y⟩ of each port of the current tile, 4 partial sums each, for the largest mesh. */
const carried = memory.data(8192, 16);

/**
 * Walks a mesh backward: un-propagates the fields (diag(1/top², 1/bottom²)·Tᴴ) and cotangents (Tᴴ) in place and
 * collects per interferometer [Im⟨g0,y0⟩, Im⟨g1,y1⟩, Re(⟨g0,y1⟩ − ⟨g1,y0⟩)] at its outputs and Im⟨g0,x0⟩ at its input.
 * An interferometer, lossy or not, conserves ⟨g0,y0⟩ + ⟨g1,y1⟩ = ⟨Tᴴg,x⟩, so the sums at a port are carried from one interferometer
 * to the one before it: only one of the four has to be formed anew on each side.
 * @param sums 4 floats per interferometer; set, not added to
 * @param unlose 1/top² and 1/bottom² of each interferometer; 0 where nothing is lost
 */
export function unpropagate(
  pairs: usize,
  coefficient: usize,
  count: i32,
  re: usize,
  im: usize,
  gRe: usize,
  gIm: usize,
  ld: usize,
  lanes: i32,
  unlose: usize,
  modes: i32,
  sums: usize,
): void {
  if (unlose) lossy(pairs, coefficient, count, re, im, gRe, gIm, ld, lanes, unlose, modes, sums);
  else lossless(pairs, coefficient, count, re, im, gRe, gIm, ld, lanes, modes, sums);
}

function lossless(
  pairs: usize,
  coefficient: usize,
  count: i32,
  re: usize,
  im: usize,
  gRe: usize,
  gIm: usize,
  ld: usize,
  lanes: i32,
  modes: i32,
  sums: usize,
): void {
  walkBack(false, pairs, coefficient, count, re, im, gRe, gIm, ld, lanes, 0, modes, sums);
}

function lossy(
  pairs: usize,
  coefficient: usize,
  count: i32,
  re: usize,
  im: usize,
  gRe: usize,
  gIm: usize,
  ld: usize,
  lanes: i32,
  unlose: usize,
  modes: i32,
  sums: usize,
): void {
  walkBack(true, pairs, coefficient, count, re, im, gRe, gIm, ld, lanes, unlose, modes, sums);
}

/** Inlined twice, so that walking without loss costs no multiplications by one. */
@inline
function walkBack(
  isLossy: bool,
  pairs: usize,
  coefficient: usize,
  count: i32,
  re: usize,
  im: usize,
  gRe: usize,
  gIm: usize,
  ld: usize,
  lanes: i32,
  unlose: usize,
  modes: i32,
  sums: usize,
): void {
  memory.fill(sums, 0, (<usize>count) << 4);
  const toIm = im - re;
  const toG = gRe - re;
  const toGIm = gIm - re;
  const stride = ld << 2;
  let topScale = f32x4.splat(1);
  let bottomScale = topScale;
  for (let lane = 0; lane < lanes; lane += 16) {
    const tile = re + ((<usize>lane) << 2);
    for (let port: usize = 0; port < <usize>modes; port++) {
      const row = tile + port * stride;
      let q = f32x4.splat(0);
      for (let at = row; at < row + TILE_BYTES; at += 16) {
        q = f32x4.add(q, f32x4.mul(v128.load(at + toG), v128.load(at + toIm)));
        q = f32x4.sub(q, f32x4.mul(v128.load(at + toGIm), v128.load(at)));
      }
      v128.store(carried + (port << 4), q);
    }
    for (let k = count - 1; k >= 0; k--) {
      const t = coefficient + ((<usize>k) << 5);
      const pair = pairs + ((<usize>k) << 3);
      const t00 = v128.load_splat<f32>(t);
      const u00 = v128.load_splat<f32>(t, 4);
      const t01 = v128.load_splat<f32>(t, 8);
      const u01 = v128.load_splat<f32>(t, 12);
      const t10 = v128.load_splat<f32>(t, 16);
      const u10 = v128.load_splat<f32>(t, 20);
      const t11 = v128.load_splat<f32>(t, 24);
      const u11 = v128.load_splat<f32>(t, 28);
      const atTop = carried + ((<usize>load<i32>(pair)) << 4);
      const atBottom = carried + ((<usize>load<i32>(pair, 4)) << 4);
      if (isLossy) {
        topScale = v128.load_splat<f32>(unlose + ((<usize>k) << 3));
        bottomScale = v128.load_splat<f32>(unlose + ((<usize>k) << 3), 4);
      }
      const q0 = v128.load(atTop);
      const q1 = v128.load(atBottom);
      let q2 = f32x4.splat(0);
      let q3 = q2;
      let top = tile + <usize>load<i32>(pair) * stride;
      let bottom = tile + <usize>load<i32>(pair, 4) * stride;
      const end = top + TILE_BYTES;
      while (top < end) {
        const aRe = v128.load(top);
        const aIm = v128.load(top + toIm);
        const bRe = v128.load(bottom);
        const bIm = v128.load(bottom + toIm);
        const gaRe = v128.load(top + toG);
        const gaIm = v128.load(top + toGIm);
        const gbRe = v128.load(bottom + toG);
        const gbIm = v128.load(bottom + toGIm);
        q2 = f32x4.add(q2, f32x4.add(f32x4.mul(gaRe, bRe), f32x4.mul(gaIm, bIm)));
        q2 = f32x4.sub(q2, f32x4.add(f32x4.mul(gbRe, aRe), f32x4.mul(gbIm, aIm)));
        const hRe = adjoint(t00, u00, t10, u10, gaRe, gaIm, gbRe, gbIm);
        const hIm = adjointIm(t00, u00, t10, u10, gaRe, gaIm, gbRe, gbIm);
        v128.store(top + toG, hRe);
        v128.store(top + toGIm, hIm);
        v128.store(bottom + toG, adjoint(t01, u01, t11, u11, gaRe, gaIm, gbRe, gbIm));
        v128.store(bottom + toGIm, adjointIm(t01, u01, t11, u11, gaRe, gaIm, gbRe, gbIm));
        let xRe = adjoint(t00, u00, t10, u10, aRe, aIm, bRe, bIm);
        let xIm = adjointIm(t00, u00, t10, u10, aRe, aIm, bRe, bIm);
        if (isLossy) {
          xRe = f32x4.mul(topScale, xRe);
          xIm = f32x4.mul(topScale, xIm);
        }
        v128.store(top, xRe);
        v128.store(top + toIm, xIm);
        let wRe = adjoint(t01, u01, t11, u11, aRe, aIm, bRe, bIm);
        if (isLossy) wRe = f32x4.mul(bottomScale, wRe);
        v128.store(bottom, wRe);
        let wIm = adjointIm(t01, u01, t11, u11, aRe, aIm, bRe, bIm);
        if (isLossy) wIm = f32x4.mul(bottomScale, wIm);
        v128.store(bottom + toIm, wIm);
        q3 = f32x4.add(q3, f32x4.sub(f32x4.mul(hRe, xIm), f32x4.mul(hIm, xRe)));
        top += 16;
        bottom += 16;
      }
      v128.store(atTop, q3);
      v128.store(atBottom, f32x4.sub(f32x4.add(q0, q1), q3));
      const sum = sums + ((<usize>k) << 4);
      v128.store(sum, f32x4.add(v128.load(sum), sumLanes(q0, q1, q2, q3)));
    }
  }
}

/** Real part of conj(t + iu)·a + conj(v + iw)·b. */
@inline
function adjoint(t: v128, u: v128, v: v128, w: v128, aRe: v128, aIm: v128, bRe: v128, bIm: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(t, aRe), f32x4.mul(u, aIm)),
    f32x4.add(f32x4.mul(v, bRe), f32x4.mul(w, bIm)),
  );
}

/** Imaginary part of conj(t + iu)·a + conj(v + iw)·b. */
@inline
function adjointIm(t: v128, u: v128, v: v128, w: v128, aRe: v128, aIm: v128, bRe: v128, bIm: v128): v128 {
  return f32x4.add(
    f32x4.sub(f32x4.mul(t, aIm), f32x4.mul(u, aRe)),
    f32x4.sub(f32x4.mul(v, bIm), f32x4.mul(w, bRe)),
  );
}

/** The four vectors' lane sums as one vector. */
@inline
function sumLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/**
 * Phase gradients from the sums of {@link unpropagate}: theta by the second coupler's weights
 * (cb², sb², cb·sb with cb, sb = cos, sin(π/4 + b)) and with half the first two sums for a push-pull drive; phi
 * directly. Sets, not adds.
 * @param weights 3 arrays of `stride` floats
 */
export function phaseGradient(
  sums: usize,
  count: i32,
  weights: usize,
  stride: usize,
  isPushPull: i32,
  theta: usize,
  phi: usize,
): void {
  const half: f32 = isPushPull ? 0.5 : 0;
  for (let k: usize = 0; k < <usize>count; k++) {
    const sum = sums + (k << 4);
    const weight = weights + (k << 2);
    const value =
      load<f32>(weight + (stride << 3)) * load<f32>(sum, 8) -
      (load<f32>(weight) - half) * load<f32>(sum) -
      (load<f32>(weight + (stride << 2)) - half) * load<f32>(sum, 4);
    store<f32>(theta + (k << 2), value);
    store<f32>(phi + (k << 2), -load<f32>(sum, 12));
  }
}
