// Cotangents before a NOFU nonlinearity from those after it, in place, and the gradient of its two trainable
// numbers per mode: dL/dx = Σ_samples Re(conj(g)·z·dh/dx), x = tau, delta.
//
//   linear Y, cotangents G  [mode][sample]      gradient_slots  slot 0 of kernels/mesh_backward.wgsl's partials
//
// One workgroup a mode adds its samples in a fixed order. Prefix: MODES. Grid: modes.

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> linear: array<vec2f>;
@group(0) @binding(2) var<storage, read> parameters: array<f32>;
@group(0) @binding(3) var<storage, read_write> cotangents: array<vec2f>;
@group(0) @binding(4) var<storage, read_write> gradient_slots: array<f32>;

const THREADS = 64u;

var<workgroup> sums: array<vec2f, THREADS>;

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let mode = group.x;
  var sum = vec2f();
  for (var sample = thread; sample < shape.batch; sample += THREADS) {
    let at = mode * shape.stride + sample;
    let z = linear[at];
    let g = cotangents[at];
    let overlap = multiply(conjugate(g), z);
    let h = respond_nofu(mode, dot(z, z));
    sum += overlap.x * h.trained.xz - overlap.y * h.trained.yw;
    let slope = 2.0 * (overlap.x * h.power.z - overlap.y * h.power.w);
    cotangents[at] = multiply(conjugate(h.power.xy), g) + slope * z;
  }
  sums[thread] = sum;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) {
      sums[thread] += sums[thread + half];
    }
    workgroupBarrier();
  }
  if (thread == 0u) {
    gradient_slots[shape.nonlinearity_offset + mode] = sums[0].x;
    gradient_slots[shape.nonlinearity_offset + MODES + mode] = sums[0].y;
  }
}
