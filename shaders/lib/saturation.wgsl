// Amplitude transmission h(u) = √T of a saturable absorber, where sigma_tau·u = ½·ln(T/t0)/(1 − T).
// Selden, Br. J. Appl. Phys. 18, 743 (1967). Newton from T = t0: monotone, see
// src/photonics/nonlinearity/saturable-absorber.ts. With lib/exp_log.wgsl.
const NEWTON_STEPS = 12;

// (h, dh/du)
fn saturation(u: f32, sigma_tau: f32, t0: f32, log_t0: f32) -> vec2f {
  let x = sigma_tau * u;
  var transmission = t0;
  for (var i = 0; i < NEWTON_STEPS; i++) {
    let value = 0.5 * (logarithm(transmission) - log_t0) - x * (1.0 - transmission);
    transmission -= value / (0.5 / transmission + x);
  }
  let slope = (1.0 - transmission) / (0.5 / transmission + x);
  let h = sqrt(transmission);
  return vec2f(h, 0.5 * slope * sigma_tau / h);
}
