// f(z) = ln(1 + e^{|z|})
const DETECTS = true;

fn respond(mode: u32, u: f32) -> vec4f {
  let modulus = sqrt(u);
  let fall = exponential(-modulus);
  let value = modulus + logarithm(1.0 + fall);
  if (u < DARK) {
    return vec4f(value, 0.0, 0.0, 0.0);
  }
  return vec4f(value, 0.0, 0.5 / ((1.0 + fall) * modulus), 0.0);
}
