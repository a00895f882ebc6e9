// Adds up each parameter's partial gradients, moves the parameter (lib/optimiser) and puts it back into its range
// (lib/bounds).
//
//   gradient_slots  [slot][parameter]      gradient  [parameter]      squares  [workgroup] Σ gradient²
//   moments         [parameter] of Adam's first moment or SGD's velocity, then of Adam's second
//
// With lib/hyper.wgsl. Prefix: COUNT, SLOTS. Grid: parameters / THREADS, long.

@group(0) @binding(0) var<storage, read> hyper: Hyper;
@group(0) @binding(1) var<storage, read> counter: u32;
@group(0) @binding(2) var<storage, read> gradient_slots: array<f32>;
@group(0) @binding(3) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> moments: array<f32>;
@group(0) @binding(5) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(6) var<storage, read_write> squares: array<f32>;

const THREADS = 64u;
// Runs of the workgroup's sum: two barriers instead of the six of a tree.
const RUN = 8u;

var<workgroup> sums: array<f32, THREADS>;
var<workgroup> runs: array<f32, THREADS / RUN>;

@compute @workgroup_size(THREADS)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(global_invocation_id) id: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let i = long_index(id, THREADS);
  var slope = 0.0;
  if (i < COUNT) {
    if (may_move(i)) {
      for (var slot = 0u; slot < SLOTS; slot++) {
        slope += gradient_slots[slot * COUNT + i];
      }
    }
    gradient[i] = slope;
    optimise(i, slope);
  }
  sums[thread] = slope * slope;
  workgroupBarrier();
  if (thread < THREADS / RUN) {
    var sum = 0.0;
    for (var k = 0u; k < RUN; k++) {
      sum += sums[RUN * thread + k];
    }
    runs[thread] = sum;
  }
  workgroupBarrier();
  if (thread == 0u) {
    var sum = 0.0;
    for (var k = 0u; k < THREADS / RUN; k++) {
      sum += runs[k];
    }
    squares[GRID_ROW * group.y + group.x] = sum;
  }
}
