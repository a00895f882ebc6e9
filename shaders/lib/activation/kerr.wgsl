// h(u) = e^{−igu}: self-phase modulation. Constants: g.
const DETECTS = false;

fn respond(mode: u32, u: f32) -> vec4f {
  let g = shape.constants.x;
  let sc = sincos(g * u);
  return vec4f(sc.y, -sc.x, -g * sc.x, -g * sc.y);
}
