/** Logarithms of four f32 at once, about 1e-7 accurate. */

const ROOT_HALF: f32 = 0.707106781186547524;

/** ln x for normal positive x: polynomial of Cephes (S. L. Moshier, logf.c). */
export function log4(x: v128): v128 {
  const one = f32x4.splat(1);
  // x = m·2^e with m from √½ to √2
  const bits = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const isSmall = f32x4.lt(bits, f32x4.splat(ROOT_HALF));
  const f = f32x4.sub(f32x4.add(bits, v128.and(bits, isSmall)), one);
  const exponent = i32x4.add(i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126)), isSmall);
  const e = f32x4.convert_i32x4_s(exponent);
  const z = f32x4.mul(f, f);
  let p = f32x4.add(f32x4.mul(f, f32x4.splat(7.0376836292e-2)), f32x4.splat(-1.151461031e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.167699874e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.2420140846e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.4249322787e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.6668057665e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(2.0000714765e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-2.4999993993e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, f), z);
  p = f32x4.add(p, f32x4.mul(e, f32x4.splat(-2.1219444e-4)));
  p = f32x4.sub(p, f32x4.mul(f32x4.splat(0.5), z));
  return f32x4.add(f32x4.add(f, p), f32x4.mul(e, f32x4.splat(0.693359375)));
}

/** ln(1 + x) for 0 ≤ x ≤ 1: 2·artanh(s) with s = x/(2 + x) ≤ ⅓, whose series ends below f32 after s¹³. */
export function log1p4(x: v128): v128 {
  const s = f32x4.div(x, f32x4.add(x, f32x4.splat(2)));
  const z = f32x4.mul(s, s);
  let p = f32x4.add(f32x4.mul(z, f32x4.splat(2.0 / 13.0)), f32x4.splat(2.0 / 11.0));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 9.0));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 7.0));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 5.0));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.0 / 3.0));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2));
  return f32x4.mul(p, s);
}
