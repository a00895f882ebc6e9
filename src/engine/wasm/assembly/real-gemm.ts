/**
 * Micro-kernels of real f32 matrix products: 4 rows × 8 lanes of the result stay in 8 vector registers, 32
 * multiply-adds for 6 loads. Both read one operand element by element and the other in vectors of 8 lanes.
 */

/** a·b + c; in one rounding where the build may assume relaxed SIMD, which raises the peak by half. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * Four rows of Z = bias + X·W, where a row of X lies in memory in segments: `panels` × `kernel` of `segment` floats.
 * @param x first segment of the first row; the next rows start `xStep` bytes after each other
 * @param weights [panel][kernel][pitch][8]: 8 lanes for each element of a segment, `pitch` ≥ `segment`
 * @param bias 8 floats
 * @param z 8 floats per row, `zStep` bytes apart
 */
export function tileProduct(
  x: usize,
  xStep: usize,
  panels: i32,
  xPanel: usize,
  kernel: i32,
  xKernelRow: usize,
  segment: usize,
  pitch: usize,
  weights: usize,
  bias: usize,
  z: usize,
  zStep: usize,
): void {
  let z00 = v128.load(bias);
  let z01 = v128.load(bias, 16);
  let z10 = z00;
  let z11 = z01;
  let z20 = z00;
  let z21 = z01;
  let z30 = z00;
  let z31 = z01;
  let w0: v128, w1: v128, a: v128;
  const unused = (pitch - segment) << 5;
  const even = (segment & ~1) << 2;
  for (let panel = 0; panel < panels; panel++) {
    let from = x;
    for (let row = 0; row < kernel; row++) {
      let x0 = from;
      let x1 = x0 + xStep;
      let x2 = x1 + xStep;
      let x3 = x2 + xStep;
      const end = x0 + even;
      while (x0 < end) {
        w0 = v128.load(weights);
        w1 = v128.load(weights, 16);
        a = v128.load_splat<f32>(x0);
        z00 = madd(a, w0, z00);
        z01 = madd(a, w1, z01);
        a = v128.load_splat<f32>(x1);
        z10 = madd(a, w0, z10);
        z11 = madd(a, w1, z11);
        a = v128.load_splat<f32>(x2);
        z20 = madd(a, w0, z20);
        z21 = madd(a, w1, z21);
        a = v128.load_splat<f32>(x3);
        z30 = madd(a, w0, z30);
        z31 = madd(a, w1, z31);
        w0 = v128.load(weights, 32);
        w1 = v128.load(weights, 48);
        a = v128.load_splat<f32>(x0, 4);
        z00 = madd(a, w0, z00);
        z01 = madd(a, w1, z01);
        a = v128.load_splat<f32>(x1, 4);
        z10 = madd(a, w0, z10);
        z11 = madd(a, w1, z11);
        a = v128.load_splat<f32>(x2, 4);
        z20 = madd(a, w0, z20);
        z21 = madd(a, w1, z21);
        a = v128.load_splat<f32>(x3, 4);
        z30 = madd(a, w0, z30);
        z31 = madd(a, w1, z31);
        x0 += 8;
        x1 += 8;
        x2 += 8;
        x3 += 8;
        weights += 64;
      }
      if (segment & 1) {
        w0 = v128.load(weights);
        w1 = v128.load(weights, 16);
        a = v128.load_splat<f32>(x0);
        z00 = madd(a, w0, z00);
        z01 = madd(a, w1, z01);
        a = v128.load_splat<f32>(x1);
        z10 = madd(a, w0, z10);
        z11 = madd(a, w1, z11);
        a = v128.load_splat<f32>(x2);
        z20 = madd(a, w0, z20);
        z21 = madd(a, w1, z21);
        a = v128.load_splat<f32>(x3);
        z30 = madd(a, w0, z30);
        z31 = madd(a, w1, z31);
        weights += 32;
      }
      weights += unused;
      from += xKernelRow;
    }
    x += xPanel;
  }
  v128.store(z, z00);
  v128.store(z, z01, 16);
  z += zStep;
  v128.store(z, z10);
  v128.store(z, z11, 16);
  z += zStep;
  v128.store(z, z20);
  v128.store(z, z21, 16);
  z += zStep;
  v128.store(z, z30);
  v128.store(z, z31, 16);
}

/**
 * Adds Σ x·gᵀ over positions to four rows of 8 lanes. Positions lie in `rows` × `width`; x is read at 4
 * neighbouring floats, g at 8. The sum starts from zero here, which keeps the rounding of long sums small.
 */
export function tileOuter(
  rows: i32,
  width: i32,
  x: usize,
  xRow: usize,
  xStep: usize,
  g: usize,
  gRow: usize,
  gStep: usize,
  out: usize,
): void {
  let z00 = f32x4.splat(0);
  let z01 = z00;
  let z10 = z00;
  let z11 = z00;
  let z20 = z00;
  let z21 = z00;
  let z30 = z00;
  let z31 = z00;
  let g0: v128, g1: v128, a: v128;
  const even = <usize>(width & ~1) * gStep;
  for (let row = 0; row < rows; row++) {
    let from = x;
    let at = g;
    const end = at + even;
    while (at < end) {
      g0 = v128.load(at);
      g1 = v128.load(at, 16);
      a = v128.load_splat<f32>(from);
      z00 = madd(a, g0, z00);
      z01 = madd(a, g1, z01);
      a = v128.load_splat<f32>(from, 4);
      z10 = madd(a, g0, z10);
      z11 = madd(a, g1, z11);
      a = v128.load_splat<f32>(from, 8);
      z20 = madd(a, g0, z20);
      z21 = madd(a, g1, z21);
      a = v128.load_splat<f32>(from, 12);
      z30 = madd(a, g0, z30);
      z31 = madd(a, g1, z31);
      from += xStep;
      at += gStep;
      g0 = v128.load(at);
      g1 = v128.load(at, 16);
      a = v128.load_splat<f32>(from);
      z00 = madd(a, g0, z00);
      z01 = madd(a, g1, z01);
      a = v128.load_splat<f32>(from, 4);
      z10 = madd(a, g0, z10);
      z11 = madd(a, g1, z11);
      a = v128.load_splat<f32>(from, 8);
      z20 = madd(a, g0, z20);
      z21 = madd(a, g1, z21);
      a = v128.load_splat<f32>(from, 12);
      z30 = madd(a, g0, z30);
      z31 = madd(a, g1, z31);
      from += xStep;
      at += gStep;
    }
    if (width & 1) {
      g0 = v128.load(at);
      g1 = v128.load(at, 16);
      a = v128.load_splat<f32>(from);
      z00 = madd(a, g0, z00);
      z01 = madd(a, g1, z01);
      a = v128.load_splat<f32>(from, 4);
      z10 = madd(a, g0, z10);
      z11 = madd(a, g1, z11);
      a = v128.load_splat<f32>(from, 8);
      z20 = madd(a, g0, z20);
      z21 = madd(a, g1, z21);
      a = v128.load_splat<f32>(from, 12);
      z30 = madd(a, g0, z30);
      z31 = madd(a, g1, z31);
    }
    x += xRow;
    g += gRow;
  }
  addTo(out, z00, z01);
  addTo(out + 32, z10, z11);
  addTo(out + 64, z20, z21);
  addTo(out + 96, z30, z31);
}

@inline
function addTo(out: usize, a: v128, b: v128): void {
  v128.store(out, f32x4.add(v128.load(out), a));
  v128.store(out, f32x4.add(v128.load(out, 16), b), 16);
}
