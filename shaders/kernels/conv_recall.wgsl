// The running statistics of a normalisation, for reports.
//
//   statistics  [channel] (mean, variance, 1/√(variance + epsilon), 0)
//
// Prefix: CHAIN_ENDS, NORMALISED (the normalisation's shape). Grid: channels / 64.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> parameters: array<f32>;
@group(0) @binding(2) var<storage, read_write> statistics: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= chain.shapes[NORMALISED].x) {
    return;
  }
  let variance = parameters[chain.variance_offset + id.x];
  let mean = parameters[chain.mean_offset + id.x];
  statistics[id.x] = vec4f(mean, variance, 1.0 / sqrt(variance + chain.epsilon), 0.0);
}
