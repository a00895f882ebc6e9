// h(u) = max(0, 1 − threshold/√u). Constants: threshold. Arjovsky, Shah, Bengio, ICML 2016.
const DETECTS = false;

fn respond(mode: u32, u: f32) -> vec4f {
  let threshold = shape.constants.x;
  let modulus = sqrt(u);
  if (modulus <= threshold || u < DARK) {
    return vec4f(select(0.0, 1.0, threshold == 0.0), 0.0, 0.0, 0.0);
  }
  return vec4f(1.0 - threshold / modulus, 0.0, threshold / (2.0 * u * modulus), 0.0);
}
