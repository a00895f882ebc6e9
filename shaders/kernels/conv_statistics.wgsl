// Mean and variance of what a normalisation takes in, per channel of a shard, by one workgroup in a fixed order.
//
//   values  the chain's inputs      statistics  [shard][channel] (mean, variance, 1/√(variance + epsilon), 0)
//
// Prefix: CHAIN_ENDS, SUM_THREADS, NORMALISED (the normalisation's shape). Grid: channels × shards.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> statistics: array<vec4f>;

@compute @workgroup_size(SUM_THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let shape = chain.shapes[NORMALISED];
  let count = chain.shard_samples * shape.y * shape.z;
  let first = (group.x * chain.samples + group.y * chain.shard_samples) * shape.y * shape.z;
  var sum = 0.0;
  for (var i = thread; i < count; i += SUM_THREADS) {
    sum += normalisation_input(place_at(shape, chain.samples, first + i));
  }
  let mean = workgroup_sum(vec2f(sum, 0.0), thread).x / f32(count);
  var squares = 0.0;
  for (var i = thread; i < count; i += SUM_THREADS) {
    let distance = normalisation_input(place_at(shape, chain.samples, first + i)) - mean;
    squares += distance * distance;
  }
  let variance = workgroup_sum(vec2f(squares, 0.0), thread).x / f32(count);
  if (thread == 0u) {
    let inverse = 1.0 / sqrt(variance + chain.epsilon);
    statistics[group.y * shape.x + group.x] = vec4f(mean, variance, inverse, 0.0);
  }
}
