// Couplers whose angles are drawn anew every step: a, b + SPLITTER_NOISE·n with the normals 2·device and
// 2·device + 1 of their stream (src/learning/plan.ts, PlanEffects). With lib/normal.wgsl, lib/hyper.wgsl and
// lib/complex.wgsl; device counts through all meshes in the order of light.
//
//   couplers       [mzi] vec4f: cos 2b, sin 2b as fabricated; 1/top², 1/bottom²
//   step_couplers  the same with this step's b, for kernels/mesh_backward.wgsl

@group(0) @binding(5) var<storage, read> hyper: Hyper;
@group(0) @binding(6) var<storage, read> counter: u32;
@group(0) @binding(7) var<storage, read> couplers: array<vec4f>;
@group(0) @binding(8) var<storage, read_write> step_couplers: array<vec4f>;

// STREAM.splitterNoise of src/lib/rng.ts
const SPLITTER_NOISE_STREAM = 9u;

fn rotate(cos_sin: vec2f, angle: f32) -> vec2f {
  return multiply(cos_sin, sincos(angle).yx);
}

// cos, sin of a + b, then of a − b.
fn coupler_at(device: u32) -> vec4f {
  let step = this_step();
  let sigma = SPLITTER_NOISE * step.noise;
  let a = sigma * normal(step.noise_key, SPLITTER_NOISE_STREAM, 2u * device);
  let b = sigma * normal(step.noise_key, SPLITTER_NOISE_STREAM, 2u * device + 1u);
  let fabricated = couplers[device];
  step_couplers[device] = vec4f(rotate(fabricated.xy, 2.0 * b), fabricated.zw);
  let angles = devices[2u * device];
  return vec4f(rotate(angles.xy, a + b), rotate(angles.zw, a - b));
}
