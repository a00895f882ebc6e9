// The outputs of a chain of stages (lib/chain).
//
//   values  the chain's inputs, [channel][sample][row][column]      results  its outputs, likewise
//   statistics  of its normalisation, [shard][channel]
//
// Prefix: CHAIN_ENDS. Grid: outputs / 64, long.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read> parameters: array<f32>;
@group(0) @binding(3) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> results: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  let shape = chain.shapes[CHAIN_ENDS - 1u];
  if (i < chain_size(shape)) {
    results[i] = last_value(place_at(shape, chain.samples, i));
  }
}
