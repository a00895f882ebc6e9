// max(0, x) and its slope.
fn activate_OUT(x: f32) -> vec2f {
  return select(vec2f(), vec2f(x, 1.0), x > 0.0);
}
