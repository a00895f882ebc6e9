// A chain of stages between two matrices, computed number by number where it is needed: nothing between the chain's
// ends is kept. Stage k takes value_{k−1} to value_k; on the way back it takes slope_k, the cotangent of value_k, to
// slope_{k−1}. Each file beside this one is one kind of stage, in whose names IN and OUT stand for k−1 and k
// (src/engine/webgpu/convolution/chain-source.ts). With lib/image.wgsl. Prefix: CHAIN_ENDS, one more than stages.

struct Chain {
  samples: u32,
  // Samples normalised together: a shard of the batch, or all.
  shard_samples: u32,
  // Offsets of a normalisation's numbers per channel.
  scale_offset: u32,
  shift_offset: u32,
  mean_offset: u32,
  variance_offset: u32,
  epsilon: f32,
  momentum: f32,
  // Shape of value_k: channels, rows, columns; and for a pool its window's rows and columns, 16 bits each.
  shapes: array<vec4u, CHAIN_ENDS>,
  // An activation's fixed numbers.
  constants: array<vec4f, CHAIN_ENDS>,
}

// Numbers in value_k.
fn chain_size(shape: vec4u) -> u32 {
  return shape.x * chain.samples * shape.y * shape.z;
}

fn shards() -> u32 {
  return (chain.samples + chain.shard_samples - 1u) / chain.shard_samples;
}
