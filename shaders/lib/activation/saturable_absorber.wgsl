// h(u) of lib/saturation.wgsl. Constants: sigmaTau, t0, ln t0.
const DETECTS = false;

fn respond(mode: u32, u: f32) -> vec4f {
  let h = saturation(u, shape.constants.x, shape.constants.y, shape.constants.z);
  return vec4f(h.x, 0.0, h.y, 0.0);
}
