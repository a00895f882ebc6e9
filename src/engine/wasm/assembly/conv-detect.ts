/** Detection of complex fields whose quadratures lie in two panels: |z|, or |z|² with `power`. Lengths in floats. */

/** Below this power a modulus has no direction (photonics/nonlinearity/simple.ts). */
const DARK: f32 = 1e-30;

export function detect(power: i32, re: usize, im: usize, count: i32, y: usize): void {
  const end = re + ((<usize>count) << 2);
  for (; re < end; re += 16, im += 16, y += 16) {
    const a = v128.load(re);
    const b = v128.load(im);
    const u = f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b));
    v128.store(y, power ? u : f32x4.sqrt(u));
  }
}

/** Cotangents of both quadratures from g, that of the detected signal. */
export function detectBackward(
  power: i32,
  re: usize,
  im: usize,
  count: i32,
  g: usize,
  gRe: usize,
  gIm: usize,
): void {
  const end = re + ((<usize>count) << 2);
  for (; re < end; re += 16, im += 16, g += 16, gRe += 16, gIm += 16) {
    const a = v128.load(re);
    const b = v128.load(im);
    let slope = f32x4.splat(2);
    if (!power) {
      const u = f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b));
      const inverse = f32x4.div(f32x4.splat(1), f32x4.sqrt(u));
      slope = v128.and(inverse, f32x4.ge(u, f32x4.splat(DARK)));
    }
    const scaled = f32x4.mul(slope, v128.load(g));
    v128.store(gRe, f32x4.mul(scaled, a));
    v128.store(gIm, f32x4.mul(scaled, b));
  }
}
