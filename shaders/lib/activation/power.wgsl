// f(z) = |z|²
const DETECTS = true;

fn respond(mode: u32, u: f32) -> vec4f {
  return vec4f(u, 0.0, 1.0, 0.0);
}
