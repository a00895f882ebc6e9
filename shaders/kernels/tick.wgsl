// Ends a step: writes its summed loss, right answers and gradient 2-norm into the metrics ring and counts on.
//
//   outcomes  [sample] (loss, right)      squares  [workgroup of kernels/update.wgsl]
//   ring      [step mod RING] (loss, right, gradient norm, 0)
//
// One workgroup adds in a fixed order. Prefix: RING, BATCH, SQUARES: how many there are of each. Grid: 1.

@group(0) @binding(0) var<storage, read> outcomes: array<vec2f>;
@group(0) @binding(1) var<storage, read> squares: array<f32>;
@group(0) @binding(2) var<storage, read_write> ring: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> counter: u32;

const THREADS = 256u;

var<workgroup> sums: array<vec3f, THREADS>;

@compute @workgroup_size(THREADS)
fn main(@builtin(local_invocation_index) thread: u32) {
  var sum = vec3f();
  for (var i = thread; i < BATCH; i += THREADS) {
    sum += vec3f(outcomes[i], 0.0);
  }
  for (var i = thread; i < SQUARES; i += THREADS) {
    sum.z += squares[i];
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
    let total = sums[0];
    ring[counter % RING] = vec4f(total.xy, sqrt(total.z), 0.0);
    counter += 1u;
  }
}
