// Exponential and natural logarithm to about 1e-7: WGSL's own may be off by 3 + 2|x| units in the last
// place and by 2^-21. S. Moshier, Cephes single-precision expf.c, logf.c (1995).

const LOG2_E = 1.44269504088896341;
// ln 2 in two parts.
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.12194440e-4;

// e^x; 0 below and largest at ±87.
fn exponential(x: f32) -> f32 {
  let bounded = clamp(x, -87.0, 87.0);
  let n = floor(bounded * LOG2_E + 0.5);
  let r = (bounded - n * LN2_HIGH) - n * LN2_LOW;
  var p = 1.9875691500e-4;
  p = p * r + 1.3981999507e-3;
  p = p * r + 8.3334519073e-3;
  p = p * r + 4.1665795894e-2;
  p = p * r + 1.6666665459e-1;
  p = p * r + 5.0000001201e-1;
  let value = ldexp(p * r * r + r + 1.0, i32(n));
  return select(value, 0.0, x < -87.0);
}

// ln(1 + m) − m + m²/2 for m from √½ − 1 to √2 − 1.
fn logarithm_tail(m: f32) -> f32 {
  var p = 7.0376836292e-2;
  p = p * m - 1.1514610310e-1;
  p = p * m + 1.1676998740e-1;
  p = p * m - 1.2420140846e-1;
  p = p * m + 1.4249322787e-1;
  p = p * m - 1.6668057665e-1;
  p = p * m + 2.0000714765e-1;
  p = p * m - 2.4999993993e-1;
  p = p * m + 3.3333331174e-1;
  return p * m * (m * m);
}

// ln x for positive normal x.
fn logarithm(x: f32) -> f32 {
  let parts = frexp(x);
  var m = parts.fract;
  var e = f32(parts.exp);
  if (m < 0.70710678118654752) {
    m = m + m;
    e = e - 1.0;
  }
  m = m - 1.0;
  return m + (e * LN2_LOW + logarithm_tail(m) - 0.5 * (m * m)) + e * LN2_HIGH;
}

// ln(1 + m) for m from √½ − 1 to √2 − 1.
fn logarithm_near_one(m: f32) -> f32 {
  return m + (logarithm_tail(m) - 0.5 * (m * m));
}
