// ln(1 + e^x) and its slope, without overflow on either side.
fn activate_OUT(x: f32) -> vec2f {
  let small = exponential(-abs(x));
  // lib/exp_log.wgsl: the first holds up to √2 − 1.
  let log = select(logarithm(1.0 + small), logarithm_near_one(small), small < 0.41);
  return vec2f(max(0.0, x) + log, select(small, 1.0, x > 0.0) / (1.0 + small));
}
