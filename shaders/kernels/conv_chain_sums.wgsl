// What the way back through a normalisation needs of all its outputs: Σ g and Σ g·x̂ of each channel of a shard, by
// one workgroup in a fixed order.
//
//   values  the chain's inputs      cotangents  of its outputs      sums  [shard][channel]
//
// Prefix: CHAIN_ENDS, SUM_THREADS, NORMALISED (the normalisation's shape). Grid: channels × shards.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read> parameters: array<f32>;
@group(0) @binding(3) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(4) var<storage, read> cotangents: array<f32>;
@group(0) @binding(5) var<storage, read_write> sums: array<vec2f>;

@compute @workgroup_size(SUM_THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let shape = chain.shapes[NORMALISED];
  let count = chain.shard_samples * shape.y * shape.z;
  let first = (group.x * chain.samples + group.y * chain.shard_samples) * shape.y * shape.z;
  var sum = vec2f();
  for (var i = thread; i < count; i += SUM_THREADS) {
    let place = place_at(shape, chain.samples, first + i);
    let slope = normalisation_slope(place);
    sum += slope * vec2f(1.0, normalised(place));
  }
  let total = workgroup_sum(sum, thread);
  if (thread == 0u) {
    sums[group.y * shape.x + group.x] = total;
  }
}
