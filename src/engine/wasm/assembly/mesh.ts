import { sinCos4 } from './elementary';

/**
 * Meshes act on N×N matrices held as planes of N rows with `ld` floats (a multiple of 16, padded with
 * zeros): row p is port p, lanes are columns of the matrix. A tile of 16 lanes walks through the whole
 * mesh before the next tile starts, so that it stays in the first-level cache.
 */

const TILE_BYTES: usize = 64;
const scratch = memory.data(128, 16);

/**
 * 2×2 entries of every interferometer (equation of photonics/mzi.ts): 8 floats each.
 * @param count interferometers; theta, phi and coefficients are readable up to a multiple of 4
 * @param flaws 4 arrays of `stride` floats after each other: cos(a+b), sin(a+b), cos(a−b), sin(a−b)
 */
export function coefficients(
  theta: usize,
  phi: usize,
  count: i32,
  thetaErrors: usize,
  phiErrors: usize,
  flaws: usize,
  stride: usize,
  transmission: f32,
  out: usize,
): void {
  const half = f32x4.splat(0.5);
  const loss = f32x4.splat(transmission);
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
    const lowerRe = f32x4.mul(loss, c);
    const lowerIm = f32x4.mul(loss, s);
    const upperRe = f32x4.sub(f32x4.mul(lowerRe, cosPhi), f32x4.mul(lowerIm, sinPhi));
    const upperIm = f32x4.add(f32x4.mul(lowerRe, sinPhi), f32x4.mul(lowerIm, cosPhi));
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

/** Which ports of the current tile hold light; one byte each, for the largest mesh. */
const lit = memory.data(512, 16);

/**
 * Sends the rows of a matrix through the interferometers, in place. `pairs` holds 2 i32 ports each.
 * A matrix that `isIdentity` fills up gradually: interferometers that light has not reached are passed over.
 */
export function propagate(
  pairs: usize,
  coefficient: usize,
  count: i32,
  re: usize,
  im: usize,
  ld: usize,
  lanes: i32,
  isIdentity: i32,
): void {
  const toIm = im - re;
  const stride = ld << 2;
  for (let lane = 0; lane < lanes; lane += 16) {
    memory.fill(lit, isIdentity ? 0 : 1, 512);
    if (isIdentity) memory.fill(lit + lane, 1, min(16, 512 - lane));
    const tile = re + ((<usize>lane) << 2);
    for (let k = 0; k < count; k++) {
      const pair = pairs + ((<usize>k) << 3);
      const litTop = lit + <usize>load<i32>(pair);
      const litBottom = lit + <usize>load<i32>(pair, 4);
      if (!(load<u8>(litTop) | load<u8>(litBottom))) continue;
      store<u8>(litTop, 1);
      store<u8>(litBottom, 1);
      const t = coefficient + ((<usize>k) << 5);
      const t00 = v128.load_splat<f32>(t);
      const u00 = v128.load_splat<f32>(t, 4);
      const t01 = v128.load_splat<f32>(t, 8);
      const u01 = v128.load_splat<f32>(t, 12);
      const t10 = v128.load_splat<f32>(t, 16);
      const u10 = v128.load_splat<f32>(t, 20);
      const t11 = v128.load_splat<f32>(t, 24);
      const u11 = v128.load_splat<f32>(t, 28);
      let x = tile + <usize>load<i32>(pair) * stride;
      let y = tile + <usize>load<i32>(pair, 4) * stride;
      const end = x + TILE_BYTES;
      while (x < end) {
        const xRe = v128.load(x);
        const xIm = v128.load(x + toIm);
        const yRe = v128.load(y);
        const yIm = v128.load(y + toIm);
        v128.store(x, mix(t00, u00, t01, u01, xRe, xIm, yRe, yIm));
        v128.store(x + toIm, mixIm(t00, u00, t01, u01, xRe, xIm, yRe, yIm));
        v128.store(y, mix(t10, u10, t11, u11, xRe, xIm, yRe, yIm));
        v128.store(y + toIm, mixIm(t10, u10, t11, u11, xRe, xIm, yRe, yIm));
        x += 16;
        y += 16;
      }
    }
  }
}

/** Real part of (t + iu)·x + (v + iw)·y. */
@inline
function mix(t: v128, u: v128, v: v128, w: v128, xRe: v128, xIm: v128, yRe: v128, yIm: v128): v128 {
  return f32x4.add(
    f32x4.sub(f32x4.mul(t, xRe), f32x4.mul(u, xIm)),
    f32x4.sub(f32x4.mul(v, yRe), f32x4.mul(w, yIm)),
  );
}

/** Imaginary part of (t + iu)·x + (v + iw)·y. */
@inline
function mixIm(t: v128, u: v128, v: v128, w: v128, xRe: v128, xIm: v128, yRe: v128, yIm: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(t, xIm), f32x4.mul(u, xRe)),
    f32x4.add(f32x4.mul(v, yIm), f32x4.mul(w, yRe)),
  );
}

/** Im⟨g,y⟩ of each port of the current tile, 4 partial sums each, for the largest mesh. */
const carried = memory.data(8192, 16);

/**
 * Walks a mesh backward: un-propagates the fields (scale·Tᴴ) and cotangents (Tᴴ) in place and collects per
 * interferometer [Im⟨g0,y0⟩, Im⟨g1,y1⟩, Re(⟨g0,y1⟩ − ⟨g1,y0⟩)] at its outputs and Im⟨g0,x0⟩ at its input.
 * An interferometer conserves ⟨g0,y0⟩ + ⟨g1,y1⟩, so the sums at a port are carried from one interferometer
 * to the one before it: only one of the four has to be formed anew on each side.
 * @param sums 4 floats per interferometer; set, not added to
 * @param unlose 1 / transmission²
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
  unlose: f32,
  modes: i32,
  sums: usize,
): void {
  memory.fill(sums, 0, (<usize>count) << 4);
  const toIm = im - re;
  const toG = gRe - re;
  const toGIm = gIm - re;
  const stride = ld << 2;
  const scale = f32x4.splat(unlose);
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
        const xRe = f32x4.mul(scale, adjoint(t00, u00, t10, u10, aRe, aIm, bRe, bIm));
        const xIm = f32x4.mul(scale, adjointIm(t00, u00, t10, u10, aRe, aIm, bRe, bIm));
        v128.store(top, xRe);
        v128.store(top + toIm, xIm);
        v128.store(bottom, f32x4.mul(scale, adjoint(t01, u01, t11, u11, aRe, aIm, bRe, bIm)));
        v128.store(bottom + toIm, f32x4.mul(scale, adjointIm(t01, u01, t11, u11, aRe, aIm, bRe, bIm)));
        const hRe = adjoint(t00, u00, t10, u10, gaRe, gaIm, gbRe, gbIm);
        const hIm = adjointIm(t00, u00, t10, u10, gaRe, gaIm, gbRe, gbIm);
        v128.store(top + toG, hRe);
        v128.store(top + toGIm, hIm);
        v128.store(bottom + toG, adjoint(t01, u01, t11, u11, gaRe, gaIm, gbRe, gbIm));
        v128.store(bottom + toGIm, adjointIm(t01, u01, t11, u11, gaRe, gaIm, gbRe, gbIm));
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
 * (cb², sb², cb·sb with cb, sb = cos, sin(π/4 + b)), phi directly. Sets, not adds.
 * @param weights 3 arrays of `stride` floats
 */
export function phaseGradient(sums: usize, count: i32, weights: usize, stride: usize, theta: usize, phi: usize): void {
  for (let k: usize = 0; k < <usize>count; k++) {
    const sum = sums + (k << 4);
    const weight = weights + (k << 2);
    const value =
      load<f32>(weight + (stride << 3)) * load<f32>(sum, 8) -
      load<f32>(weight) * load<f32>(sum) -
      load<f32>(weight + (stride << 2)) * load<f32>(sum, 4);
    store<f32>(theta + (k << 2), value);
    store<f32>(phi + (k << 2), -load<f32>(sum, 12));
  }
}
