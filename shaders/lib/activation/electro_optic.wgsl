// h(u) = i·√(1−alpha)·e^{−iψ}·cos ψ, ψ = (g·u + phiB)/2. Constants: √(1−alpha), g, phiB.
// Williamson et al., IEEE J. Sel. Top. Quantum Electron. 26, 7700412 (2020).
const DETECTS = false;

fn respond(mode: u32, u: f32) -> vec4f {
  let amplitude = shape.constants.x;
  let g = shape.constants.y;
  let sc = sincos(0.5 * (g * u + shape.constants.z));
  let slope = 0.5 * g * amplitude;
  let product = sc.x * sc.y;
  return vec4f(amplitude * product, amplitude * sc.y * sc.y, slope * (sc.y * sc.y - sc.x * sc.x), -2.0 * slope * product);
}
