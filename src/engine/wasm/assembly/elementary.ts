/**
 * Sine, cosine and exponential of four f32 at once, about 1e-7 accurate: range reduction in three parts
 * and the polynomials of Cephes (S. L. Moshier, sinf.c and expf.c). The WGSL library uses the same numbers.
 */

const TWO_OVER_PI: f32 = 0.6366197723675814;
const HALF_PI_1: f32 = 1.5703125;
const HALF_PI_2: f32 = 4.837512969970703125e-4;
const HALF_PI_3: f32 = 7.54978995489188216e-8;

/** Writes sin x (4 floats) then cos x (4 floats) at `out`. Valid for |x| up to about 8000. */
@inline
export function sinCos4(x: v128, out: usize): void {
  const quarters = f32x4.nearest(f32x4.mul(x, f32x4.splat(TWO_OVER_PI)));
  let r = f32x4.sub(x, f32x4.mul(quarters, f32x4.splat(HALF_PI_1)));
  r = f32x4.sub(r, f32x4.mul(quarters, f32x4.splat(HALF_PI_2)));
  r = f32x4.sub(r, f32x4.mul(quarters, f32x4.splat(HALF_PI_3)));
  const r2 = f32x4.mul(r, r);
  const s = sinQuarter(r, r2);
  const c = cosQuarter(r2);
  // Quadrant q: sin is s, c, −s, −c; cos is c, −s, −c, s.
  const q = i32x4.trunc_sat_f32x4_s(quarters);
  const odd = i32x4.eq(v128.and(q, i32x4.splat(1)), i32x4.splat(1));
  const sinSign = i32x4.shl(v128.and(q, i32x4.splat(2)), 30);
  const cosSign = i32x4.shl(v128.and(i32x4.add(q, i32x4.splat(1)), i32x4.splat(2)), 30);
  v128.store(out, v128.xor(v128.bitselect(c, s, odd), sinSign));
  v128.store(out, v128.xor(v128.bitselect(s, c, odd), cosSign), 16);
}

/** sin r for |r| ≤ π/4; r2 = r². */
@inline
export function sinQuarter(r: v128, r2: v128): v128 {
  let s = f32x4.add(f32x4.mul(r2, f32x4.splat(-1.9515295891e-4)), f32x4.splat(8.3321608736e-3));
  s = f32x4.add(f32x4.mul(s, r2), f32x4.splat(-1.6666654611e-1));
  return f32x4.add(r, f32x4.mul(f32x4.mul(s, r2), r));
}

/** cos r for |r| ≤ π/4; r2 = r². */
@inline
export function cosQuarter(r2: v128): v128 {
  let c = f32x4.add(f32x4.mul(r2, f32x4.splat(2.443315711809948e-5)), f32x4.splat(-1.388731625493765e-3));
  c = f32x4.add(f32x4.mul(c, r2), f32x4.splat(4.166664568298827e-2));
  c = f32x4.mul(f32x4.mul(c, r2), r2);
  return f32x4.add(f32x4.sub(f32x4.splat(1), f32x4.mul(r2, f32x4.splat(0.5))), c);
}

const LOG2_E: f32 = 1.44269504088896341;
const LN2_1: f32 = 0.693359375;
const LN2_2: f32 = -2.12194440e-4;

/** e^x, for x ≤ 88; very negative x gives 0. */
@inline
export function exp4(x: v128): v128 {
  const bounded = f32x4.max(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(LOG2_E)));
  let r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(LN2_1)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(LN2_2)));
  let p = f32x4.add(f32x4.mul(r, f32x4.splat(1.9875691500e-4)), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}
