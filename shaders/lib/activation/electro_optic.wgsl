// h(u) = i·√(1−alpha)·e^{−iψ}·cos ψ, ψ = (g·u + phiB)/2. Constants: √(1−alpha), g,
// cos(phiB/2), sin(phiB/2): at phiB = π the response starts from zero, which phiB itself in f32 would miss.
// Williamson et al., IEEE J. Sel. Top. Quantum Electron. 26, 7700412 (2020).
const DETECTS = false;

fn respond(mode: u32, u: f32) -> vec4f {
  let amplitude = shape.constants.x;
  let g = shape.constants.y;
  let turn = sincos(0.5 * g * u);
  let bias = vec2f(shape.constants.w, shape.constants.z);
  // (sin ψ, cos ψ) by the addition theorem
  let sc = vec2f(turn.x * bias.y + turn.y * bias.x, turn.y * bias.y - turn.x * bias.x);
  let slope = 0.5 * g * amplitude;
  let product = sc.x * sc.y;
  return vec4f(amplitude * product, amplitude * sc.y * sc.y, slope * (sc.y * sc.y - sc.x * sc.x), -2.0 * slope * product);
}
