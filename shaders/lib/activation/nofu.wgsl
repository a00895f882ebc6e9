// h(u) = cos(tau/2)·t(d), d = delta + kappa·sin²(tau/2)·u, t(d) = (r − a·e^{id}) / (1 − r·a·e^{id}).
// Constants: kappa, r, a. Trainable per mode: tau, then delta. See src/photonics/nonlinearity/nofu.ts.
const DETECTS = false;

struct NofuResponse {
  // h and dh/du
  power: vec4f,
  // dh/dtau and dh/ddelta
  trained: vec4f,
}

fn respond_nofu(mode: u32, u: f32) -> NofuResponse {
  let kappa = shape.constants.x;
  let r = shape.constants.y;
  let a = shape.constants.z;
  let tap = sincos(0.5 * parameters[shape.nonlinearity_offset + mode]);
  let through = tap.y;
  let beta = tap.x * tap.x;
  let ring = sincos(parameters[shape.nonlinearity_offset + MODES + mode] + kappa * beta * u);
  let e = a * vec2f(ring.y, ring.x);
  let denominator = vec2f(1.0 - r * e.x, -r * e.y);
  let inverse = conjugate(denominator) / dot(denominator, denominator);
  let t = multiply(vec2f(r - e.x, -e.y), inverse);
  // dt/dd = i·a·e^{id}·(r² − 1) / (1 − r·a·e^{id})²
  let slope = (r * r - 1.0) * multiply(vec2f(-e.y, e.x), multiply(inverse, inverse));
  let via_beta = through * kappa * u * tap.x * through;
  return NofuResponse(
    vec4f(through * t, (through * kappa * beta) * slope),
    vec4f(-0.5 * tap.x * t + via_beta * slope, through * slope),
  );
}

fn respond(mode: u32, u: f32) -> vec4f {
  return respond_nofu(mode, u).power;
}
