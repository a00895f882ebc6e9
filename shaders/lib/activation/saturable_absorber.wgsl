// h(u) = √T where sigmaTau·u = ½·ln(T/t0)/(1 − T). Constants: sigmaTau, t0, ln t0.
// Selden, Br. J. Appl. Phys. 18, 743 (1967). Newton from T = t0: monotone, see
// src/photonics/nonlinearity/saturable-absorber.ts.
const DETECTS = false;
const NEWTON_STEPS = 12;

fn respond(mode: u32, u: f32) -> vec4f {
  let x = shape.constants.x * u;
  var transmission = shape.constants.y;
  for (var i = 0; i < NEWTON_STEPS; i++) {
    let value = 0.5 * (logarithm(transmission) - shape.constants.z) - x * (1.0 - transmission);
    transmission -= value / (0.5 / transmission + x);
  }
  let slope = (1.0 - transmission) / (0.5 / transmission + x);
  let h = sqrt(transmission);
  return vec4f(h, 0.0, 0.5 * slope * shape.constants.x / h, 0.0);
}
