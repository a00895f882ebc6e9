// f(z) = z
const DETECTS = false;

fn respond(mode: u32, u: f32) -> vec4f {
  return vec4f(1.0, 0.0, 0.0, 0.0);
}
