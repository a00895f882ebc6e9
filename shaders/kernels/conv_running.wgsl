// After a step: running ← (1 − momentum)·running + momentum·(mean over the shards' statistics).
//
//   statistics  [shard][channel] (mean, variance, …)
//
// Prefix: CHAIN_ENDS, NORMALISED (the normalisation's shape). Grid: channels / 64.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> parameters: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let channels = chain.shapes[NORMALISED].x;
  if (id.x >= channels) {
    return;
  }
  var sum = vec2f();
  for (var shard = 0u; shard < shards(); shard++) {
    sum += statistics[shard * channels + id.x].xy;
  }
  let batch = sum / f32(shards());
  let mean = chain.mean_offset + id.x;
  let variance = chain.variance_offset + id.x;
  parameters[mean] = (1.0 - chain.momentum) * parameters[mean] + chain.momentum * batch.x;
  parameters[variance] = (1.0 - chain.momentum) * parameters[variance] + chain.momentum * batch.y;
}
