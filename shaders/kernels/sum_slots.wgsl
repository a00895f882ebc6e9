// Adds up each parameter's partial gradients, for kernels/crosstalk_backward.wgsl.
//
//   gradient_slots  [slot][parameter]      met  [parameter]
//
// Prefix: COUNT, SLOTS. Grid: parameters / 64, long.

@group(0) @binding(0) var<storage, read> gradient_slots: array<f32>;
@group(0) @binding(1) var<storage, read_write> met: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  if (i >= COUNT) {
    return;
  }
  var sum = 0.0;
  for (var slot = 0u; slot < SLOTS; slot++) {
    sum += gradient_slots[slot * COUNT + i];
  }
  met[i] = sum;
}
