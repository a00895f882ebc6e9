// The 2×2 of every interferometer of every mesh, from its phases and flaws:
//
//   T = ℓ·B(b)·P(θ)·B(a)·P(φ)
//     = ℓ·e^{iθ/2}·[[e^{iφ}(iS·Cm − C·Sp), iC·Cp − S·Sm], [e^{iφ}(iC·Cp + S·Sm), −iS·Cm − C·Sp]]
//
// with C, S = cos, sin(θ/2), Cp, Sp = cos, sin(a+b), Cm, Sm = cos, sin(a−b): src/photonics/mzi.ts.
//
//   devices       [mzi][2] vec4f: ℓ·(Cp, Sp, Cm, Sm); (added θ, added φ, cos 2b, sin 2b)
//   coefficients  [mzi][2] vec4f: (T00, T01); (T10, T11), complex
//
// Grid: interferometers of the largest mesh / 64 × meshes.

@group(0) @binding(0) var<uniform> network: Network;
@group(0) @binding(1) var<storage, read> topology: array<u32>;
@group(0) @binding(2) var<storage, read> devices: array<vec4f>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> coefficients: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let mesh = network.meshes[id.y];
  if (id.x >= topology[mesh.column_base + mesh.columns]) {
    return;
  }
  let at = 2u * (mesh.mzi_base + id.x);
  let coupler = devices[at];
  let error = devices[at + 1u];
  let half = sincos(0.5 * (parameters[mesh.theta_offset + id.x] + error.x));
  let outer_shifter = sincos(parameters[mesh.phi_offset + id.x] + error.y);
  let s = half.x;
  let c = half.y;
  let lower = vec2f(c, s);
  let upper = multiply(lower, vec2f(outer_shifter.y, outer_shifter.x));
  let bar_re = -c * coupler.y;
  let bar_im = s * coupler.z;
  let cross_re = s * coupler.w;
  let cross_im = c * coupler.x;
  coefficients[at] = vec4f(
    multiply(upper, vec2f(bar_re, bar_im)),
    multiply(lower, vec2f(-cross_re, cross_im)),
  );
  coefficients[at + 1u] = vec4f(
    multiply(upper, vec2f(cross_re, cross_im)),
    multiply(lower, vec2f(bar_re, -bar_im)),
  );
}
