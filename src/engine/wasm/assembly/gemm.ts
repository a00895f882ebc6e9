/**
 * Complex matrix product C (+)= A·B in f32, split planes.
 *
 *   A  rows × depth, row-major planes, contiguous along depth
 *   B  depth × lanes, packed into panels of 8 lanes: [panel][depth][8 re, 8 im]
 *   C  rows × lanes planes; lanes is a multiple of 8
 *
 * The micro-kernel keeps 2 rows × 8 lanes in 8 vector accumulators: 32 arithmetic operations for 8 loads.
 */

const PANEL_BYTES_PER_DEPTH: usize = 64;

/** Packs B, rows of `ld` floats, into panels; `conjugate` negates the imaginary part. */
export function packRows(re: usize, im: usize, ld: usize, depth: i32, lanes: i32, conjugate: i32, out: usize): void {
  const sign = f32x4.splat(conjugate ? -1 : 1);
  for (let lane = 0; lane < lanes; lane += 8) {
    let from: usize = (<usize>lane) << 2;
    for (let k = 0; k < depth; k++) {
      v128.store(out, v128.load(re + from));
      v128.store(out, v128.load(re + from, 16), 16);
      v128.store(out, f32x4.mul(sign, v128.load(im + from)), 32);
      v128.store(out, f32x4.mul(sign, v128.load(im + from, 16)), 48);
      out += PANEL_BYTES_PER_DEPTH;
      from += ld << 2;
    }
  }
}

/** Packs the transpose of a `size`×`size` matrix with rows of `ld` floats; lanes beyond `size` become 0. */
export function packTransposed(re: usize, im: usize, ld: usize, size: i32, lanes: i32, out: usize): void {
  for (let lane = 0; lane < lanes; lane += 8) {
    for (let k = 0; k < size; k++) {
      for (let l = 0; l < 8; l++) {
        const row = lane + l;
        const at: usize = ((<usize>row) * ld + k) << 2;
        const to: usize = (<usize>l) << 2;
        store<f32>(out + to, row < size ? load<f32>(re + at) : 0);
        store<f32>(out + to, row < size ? load<f32>(im + at) : 0, 32);
      }
      out += PANEL_BYTES_PER_DEPTH;
    }
  }
}

/** C = A·B, or C += A·B. Leading dimensions in floats. */
export function gemm(
  rows: i32,
  lanes: i32,
  depth: i32,
  aRe: usize,
  aIm: usize,
  lda: usize,
  panels: usize,
  cRe: usize,
  cIm: usize,
  ldc: usize,
  accumulate: i32,
): void {
  const panelBytes = (<usize>depth) * PANEL_BYTES_PER_DEPTH;
  const pairs = rows & ~1;
  for (let lane = 0; lane < lanes; lane += 8) {
    const column = (<usize>lane) << 2;
    for (let row = 0; row < pairs; row += 2) {
      const a = ((<usize>row) * lda) << 2;
      const c = (((<usize>row) * ldc) << 2) + column;
      twoRows(depth, aRe + a, aIm + a, lda << 2, panels, cRe + c, cIm + c, ldc << 2, accumulate);
    }
    if (pairs < rows) {
      const a = ((<usize>pairs) * lda) << 2;
      const c = (((<usize>pairs) * ldc) << 2) + column;
      oneRow(depth, aRe + a, aIm + a, panels, cRe + c, cIm + c, accumulate);
    }
    panels += panelBytes;
  }
}

@inline
function twoRows(
  depth: i32,
  aRe: usize,
  aIm: usize,
  rowBytes: usize,
  panel: usize,
  cRe: usize,
  cIm: usize,
  cRowBytes: usize,
  accumulate: i32,
): void {
  let re00 = f32x4.splat(0);
  let re01 = re00;
  let im00 = re00;
  let im01 = re00;
  let re10 = re00;
  let re11 = re00;
  let im10 = re00;
  let im11 = re00;
  if (accumulate) {
    re00 = v128.load(cRe);
    re01 = v128.load(cRe, 16);
    im00 = v128.load(cIm);
    im01 = v128.load(cIm, 16);
    re10 = v128.load(cRe + cRowBytes);
    re11 = v128.load(cRe + cRowBytes, 16);
    im10 = v128.load(cIm + cRowBytes);
    im11 = v128.load(cIm + cRowBytes, 16);
  }
  const toIm = aIm - aRe;
  const rowBytesIm = rowBytes + toIm;
  let b0: v128, b1: v128, d0: v128, d1: v128, re: v128, im: v128;
  // Two steps along the depth in one turn of the loop, then what is left of an odd depth.
  const end = aRe + ((<usize>(depth & ~1)) << 2);
  while (aRe < end) {
    b0 = v128.load(panel);
    b1 = v128.load(panel, 16);
    d0 = v128.load(panel, 32);
    d1 = v128.load(panel, 48);
    re = v128.load_splat<f32>(aRe);
    im = v128.load_splat<f32>(aRe + toIm);
    re00 = f32x4.add(re00, f32x4.mul(re, b0));
    im00 = f32x4.add(im00, f32x4.mul(re, d0));
    re01 = f32x4.add(re01, f32x4.mul(re, b1));
    im01 = f32x4.add(im01, f32x4.mul(re, d1));
    re00 = f32x4.sub(re00, f32x4.mul(im, d0));
    im00 = f32x4.add(im00, f32x4.mul(im, b0));
    re01 = f32x4.sub(re01, f32x4.mul(im, d1));
    im01 = f32x4.add(im01, f32x4.mul(im, b1));
    re = v128.load_splat<f32>(aRe + rowBytes);
    im = v128.load_splat<f32>(aRe + rowBytesIm);
    re10 = f32x4.add(re10, f32x4.mul(re, b0));
    im10 = f32x4.add(im10, f32x4.mul(re, d0));
    re11 = f32x4.add(re11, f32x4.mul(re, b1));
    im11 = f32x4.add(im11, f32x4.mul(re, d1));
    re10 = f32x4.sub(re10, f32x4.mul(im, d0));
    im10 = f32x4.add(im10, f32x4.mul(im, b0));
    re11 = f32x4.sub(re11, f32x4.mul(im, d1));
    im11 = f32x4.add(im11, f32x4.mul(im, b1));
    b0 = v128.load(panel, 64);
    b1 = v128.load(panel, 80);
    d0 = v128.load(panel, 96);
    d1 = v128.load(panel, 112);
    re = v128.load_splat<f32>(aRe, 4);
    im = v128.load_splat<f32>(aRe + toIm, 4);
    re00 = f32x4.add(re00, f32x4.mul(re, b0));
    im00 = f32x4.add(im00, f32x4.mul(re, d0));
    re01 = f32x4.add(re01, f32x4.mul(re, b1));
    im01 = f32x4.add(im01, f32x4.mul(re, d1));
    re00 = f32x4.sub(re00, f32x4.mul(im, d0));
    im00 = f32x4.add(im00, f32x4.mul(im, b0));
    re01 = f32x4.sub(re01, f32x4.mul(im, d1));
    im01 = f32x4.add(im01, f32x4.mul(im, b1));
    re = v128.load_splat<f32>(aRe + rowBytes, 4);
    im = v128.load_splat<f32>(aRe + rowBytesIm, 4);
    re10 = f32x4.add(re10, f32x4.mul(re, b0));
    im10 = f32x4.add(im10, f32x4.mul(re, d0));
    re11 = f32x4.add(re11, f32x4.mul(re, b1));
    im11 = f32x4.add(im11, f32x4.mul(re, d1));
    re10 = f32x4.sub(re10, f32x4.mul(im, d0));
    im10 = f32x4.add(im10, f32x4.mul(im, b0));
    re11 = f32x4.sub(re11, f32x4.mul(im, d1));
    im11 = f32x4.add(im11, f32x4.mul(im, b1));
    aRe += 8;
    panel += 2 * PANEL_BYTES_PER_DEPTH;
  }
  if (depth & 1) {
    b0 = v128.load(panel);
    b1 = v128.load(panel, 16);
    d0 = v128.load(panel, 32);
    d1 = v128.load(panel, 48);
    re = v128.load_splat<f32>(aRe);
    im = v128.load_splat<f32>(aRe + toIm);
    re00 = f32x4.add(re00, f32x4.mul(re, b0));
    im00 = f32x4.add(im00, f32x4.mul(re, d0));
    re01 = f32x4.add(re01, f32x4.mul(re, b1));
    im01 = f32x4.add(im01, f32x4.mul(re, d1));
    re00 = f32x4.sub(re00, f32x4.mul(im, d0));
    im00 = f32x4.add(im00, f32x4.mul(im, b0));
    re01 = f32x4.sub(re01, f32x4.mul(im, d1));
    im01 = f32x4.add(im01, f32x4.mul(im, b1));
    re = v128.load_splat<f32>(aRe + rowBytes);
    im = v128.load_splat<f32>(aRe + rowBytesIm);
    re10 = f32x4.add(re10, f32x4.mul(re, b0));
    im10 = f32x4.add(im10, f32x4.mul(re, d0));
    re11 = f32x4.add(re11, f32x4.mul(re, b1));
    im11 = f32x4.add(im11, f32x4.mul(re, d1));
    re10 = f32x4.sub(re10, f32x4.mul(im, d0));
    im10 = f32x4.add(im10, f32x4.mul(im, b0));
    re11 = f32x4.sub(re11, f32x4.mul(im, d1));
    im11 = f32x4.add(im11, f32x4.mul(im, b1));
  }
  v128.store(cRe, re00);
  v128.store(cRe, re01, 16);
  v128.store(cIm, im00);
  v128.store(cIm, im01, 16);
  v128.store(cRe + cRowBytes, re10);
  v128.store(cRe + cRowBytes, re11, 16);
  v128.store(cIm + cRowBytes, im10);
  v128.store(cIm + cRowBytes, im11, 16);
}

function oneRow(depth: i32, aRe: usize, aIm: usize, panel: usize, cRe: usize, cIm: usize, accumulate: i32): void {
  let re0 = f32x4.splat(0);
  let re1 = re0;
  let im0 = re0;
  let im1 = re0;
  if (accumulate) {
    re0 = v128.load(cRe);
    re1 = v128.load(cRe, 16);
    im0 = v128.load(cIm);
    im1 = v128.load(cIm, 16);
  }
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(panel);
    const b1 = v128.load(panel, 16);
    const d0 = v128.load(panel, 32);
    const d1 = v128.load(panel, 48);
    const re = v128.load_splat<f32>(aRe);
    const im = v128.load_splat<f32>(aIm);
    re0 = f32x4.sub(f32x4.add(re0, f32x4.mul(re, b0)), f32x4.mul(im, d0));
    re1 = f32x4.sub(f32x4.add(re1, f32x4.mul(re, b1)), f32x4.mul(im, d1));
    im0 = f32x4.add(f32x4.add(im0, f32x4.mul(re, d0)), f32x4.mul(im, b0));
    im1 = f32x4.add(f32x4.add(im1, f32x4.mul(re, d1)), f32x4.mul(im, b1));
    aRe += 4;
    aIm += 4;
    panel += PANEL_BYTES_PER_DEPTH;
  }
  v128.store(cRe, re0);
  v128.store(cRe, re1, 16);
  v128.store(cIm, im0);
  v128.store(cIm, im1, 16);
}

/** out[j][i] = x[i][j] for one plane; rows and columns are multiples of 4; leading dimensions in floats. */
export function transpose(x: usize, ldx: usize, rows: i32, columns: i32, out: usize, ldo: usize): void {
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < columns; j += 4) {
      const from = x + (((<usize>i) * ldx + j) << 2);
      const step = ldx << 2;
      const r0 = v128.load(from);
      const r1 = v128.load(from + step);
      const r2 = v128.load(from + 2 * step);
      const r3 = v128.load(from + 3 * step);
      const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const t1 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const t2 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const to = out + (((<usize>j) * ldo + i) << 2);
      const stride = ldo << 2;
      v128.store(to, v128.shuffle<f32>(t0, t1, 0, 1, 4, 5));
      v128.store(to + stride, v128.shuffle<f32>(t0, t1, 2, 3, 6, 7));
      v128.store(to + 2 * stride, v128.shuffle<f32>(t2, t3, 0, 1, 4, 5));
      v128.store(to + 3 * stride, v128.shuffle<f32>(t2, t3, 2, 3, 6, 7));
    }
  }
}
