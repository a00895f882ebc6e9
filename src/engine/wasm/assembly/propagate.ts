/**
 * Meshes act on N×N matrices held as planes of N rows with `ld` floats (a multiple of 16, padded with
 * zeros): row p is port p, lanes are columns of the matrix. A tile of 16 lanes walks through the whole
 * mesh before the next tile starts, so that it stays in the first-level cache.
 */

export const TILE_BYTES: usize = 64;

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
