// Sine and cosine to about 1e-7. WGSL only promises an absolute error of 2^-11 for its own, which costs
// 5.7e-4 of the output field for 8 modes and 2.4e-2 for 256.
//
// Range reduction in three parts and polynomials: S. Moshier, Cephes single-precision sinf.c, cosf.c (1995).

// Multiples of pi/2 with few enough bits that quarter · PART is exact for |x| up to 8192.
const HALF_PI_HIGH = 1.5703125;
const HALF_PI_MIDDLE = 4.837512969970703125e-4;
const HALF_PI_LOW = 7.54978995489188216e-8;
const TWO_OVER_PI = 0.636619772367581343;

// (sin, cos) of r + quarter·π/2 for |r| up to π/4.
fn reduced_sincos(r: f32, quarter: i32) -> vec2f {
  let z = r * r;
  let s = ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1) * z * r + r;
  let c = ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2) * z * z - 0.5 * z + 1.0;
  let turn = quarter & 3;
  let odd = (turn & 1) == 1;
  let sine = select(s, c, odd);
  let cosine = select(c, s, odd);
  return vec2f(select(sine, -sine, turn >= 2), select(cosine, -cosine, turn == 1 || turn == 2));
}

// (sin x, cos x)
fn sincos(x: f32) -> vec2f {
  let quarter = round(x * TWO_OVER_PI);
  let r = ((x - quarter * HALF_PI_HIGH) - quarter * HALF_PI_MIDDLE) - quarter * HALF_PI_LOW;
  return reduced_sincos(r, i32(quarter));
}
