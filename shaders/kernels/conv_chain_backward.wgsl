// Cotangents of a chain's inputs (lib/chain).
//
//   values, results  inputs and their cotangents, [channel][sample][row][column]      cotangents  of the outputs
//   statistics, sums  of its normalisation, [shard][channel]
//
// Prefix: CHAIN_ENDS. Grid: inputs / 64, long.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read> parameters: array<f32>;
@group(0) @binding(3) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(4) var<storage, read> cotangents: array<f32>;
@group(0) @binding(5) var<storage, read> sums: array<vec2f>;
@group(0) @binding(6) var<storage, read_write> results: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  let shape = chain.shapes[0];
  if (i < chain_size(shape)) {
    results[i] = slope_0(place_at(shape, chain.samples, i));
  }
}
