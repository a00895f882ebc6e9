// Gradient of a normalisation's scales and shifts: its sums, added in the order of the shards.
//
//   sums  [shard][channel] (Σ g, Σ g·x̂)      gradient_slots  slot 0 of kernels/mesh_backward.wgsl's partials
//
// Prefix: CHAIN_ENDS, NORMALISED (the normalisation's shape). Grid: channels / 64.

@group(0) @binding(0) var<uniform> chain: Chain;
@group(0) @binding(1) var<storage, read> sums: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> gradient_slots: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let channels = chain.shapes[NORMALISED].x;
  if (id.x >= channels) {
    return;
  }
  var sum = vec2f();
  for (var shard = 0u; shard < shards(); shard++) {
    sum += sums[shard * channels + id.x];
  }
  gradient_slots[chain.shift_offset + id.x] = sum.x;
  gradient_slots[chain.scale_offset + id.x] = sum.y;
}
