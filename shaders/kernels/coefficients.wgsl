// The 2×2 of every interferometer of every mesh, from its phases and flaws:
//
//   T = B(b)·P(θ)·B(a)·P(φ)·diag(top, bottom)
//     = e^{iθ/2}·[[e^{iφ}(iS·Cm − C·Sp), iC·Cp − S·Sm], [e^{iφ}(iC·Cp + S·Sm), −iS·Cm − C·Sp]]·diag(top, bottom)
//
// with C, S = cos, sin(θ/2), Cp, Sp = cos, sin(a+b), Cm, Sm = cos, sin(a−b): src/photonics/mzi.ts; −i instead of
// e^{iθ/2} for a push-pull drive. top, bottom are amplitude transmissions.
//
//   devices       [mzi][2] vec4f: (Cp, Sp, Cm, Sm); (added θ, added φ, top, bottom)
//   parameters    phases as light meets them
//   coefficients  [mzi][2] vec4f: (T00, T01); (T10, T11), complex
//
// coupler_at comes from lib/couplers. Grid: interferometers of the largest mesh / 64 × meshes (GRID_ROW).

@group(0) @binding(0) var<uniform> network: Network;
@group(0) @binding(1) var<storage, read> tables: array<u32>;
@group(0) @binding(2) var<storage, read> devices: array<vec4f>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> coefficients: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let index = id.z * GRID_ROW + id.y;
  if (index >= network.mesh_count) {
    return;
  }
  let mesh = mesh_at(index);
  if (id.x >= column_start(mesh, mesh.columns)) {
    return;
  }
  let at = 2u * (mesh.mzi_base + id.x);
  let coupler = coupler_at(mesh.mzi_base + id.x);
  let more = devices[at + 1u];
  let half = sincos(0.5 * (parameters[mesh.theta_offset + id.x] + more.x));
  let outer_shifter = sincos(parameters[mesh.phi_offset + id.x] + more.y);
  let s = half.x;
  let c = half.y;
  let both = select(vec2f(c, s), vec2f(0.0, -1.0), mesh.half_drive > 0.0);
  let lower = more.w * both;
  let upper = multiply(more.z * both, vec2f(outer_shifter.y, outer_shifter.x));
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
