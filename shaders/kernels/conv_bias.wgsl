// Gradient of a linear stage's biases: the sum of each channel's cotangents, by one workgroup in a fixed order.
//
//   cotangents  [channel][pixel]      gradient_slots  slot 0 of kernels/mesh_backward.wgsl's partials
//
// Grid: rows.

@group(0) @binding(0) var<uniform> convolution: Convolution;
@group(0) @binding(1) var<storage, read> cotangents: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradient_slots: array<f32>;

@compute @workgroup_size(SUM_THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let pixel_count = convolution.samples * convolution.out_height * convolution.out_width;
  var sum = 0.0;
  for (var i = thread; i < pixel_count; i += SUM_THREADS) {
    sum += cotangents[group.x * pixel_count + i];
  }
  let total = workgroup_sum(vec2f(sum, 0.0), thread);
  if (thread == 0u) {
    gradient_slots[convolution.bias_offset + group.x] = total.x;
  }
}
