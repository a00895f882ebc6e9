// x·h(x²) and its slope, h of lib/saturation.wgsl. Constants: sigmaTau, t0, ln t0.
fn activate_OUT(x: f32) -> vec2f {
  let constants = chain.constants[OUT];
  let h = saturation(x * x, constants.x, constants.y, constants.z);
  return vec2f(x * h.x, h.x + 2.0 * x * x * h.y);
}
