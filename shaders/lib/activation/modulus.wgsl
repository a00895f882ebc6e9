// f(z) = |z|
const DETECTS = true;

fn respond(mode: u32, u: f32) -> vec4f {
  let modulus = sqrt(u);
  if (u < DARK) {
    return vec4f(modulus, 0.0, 0.0, 0.0);
  }
  return vec4f(modulus, 0.0, 0.5 / modulus, 0.0);
}
