// A nonlinearity acts on each field z through its power u = |z|². lib/activation/<kind>.wgsl gives
//   DETECTS             whether the field's phase is lost: f(z) = h(u) instead of z·h(u)
//   respond(mode, u)    (Re h, Im h, Re dh/du, Im dh/du)
// and reads `shape.constants` and, if it trains, `parameters`. Prefix: TRANSPARENT, whether f(z) = z.
// Equations: src/photonics/nonlinearity.

// Below this power a modulus has no direction.
const DARK = 1e-30;

fn activate(mode: u32, z: vec2f) -> vec2f {
  if (TRANSPARENT) {
    return z;
  }
  let h = respond(mode, dot(z, z));
  if (DETECTS) {
    return vec2f(h.x, 0.0);
  }
  return multiply(z, h.xy);
}

// Cotangent before the nonlinearity from the one after it, dL = Re Σ conj(g)·df:
// g ← conj(h)·g + 2·Re(conj(g)·z·h')·z, or g ← 2·Re(g)·h'·z where the phase is lost.
fn pull_back(mode: u32, z: vec2f, g: vec2f) -> vec2f {
  if (TRANSPARENT) {
    return g;
  }
  let h = respond(mode, dot(z, z));
  if (DETECTS) {
    return (2.0 * g.x * h.z) * z;
  }
  let slope = multiply(conjugate(g), z);
  return multiply(conjugate(h.xy), g) + 2.0 * (slope.x * h.z - slope.y * h.w) * z;
}
