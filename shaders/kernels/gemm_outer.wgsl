// Cotangent of a layer's matrix: dM = Σ_samples gy·xᴴ, with dL = Re Σ conj(dM)·dM'.
// The batch is cut into `gridDim.z` runs of SAMPLES_PER_SPLIT, one partial matrix each; kernels/mesh_backward.wgsl
// adds them in order, so the sum is the same bit for bit every time.
//
//   cotangents GY, inputs X  [mode][sample]      partials  [layer][split][row][column]
//
// Prefix: MODES, SAMPLES_PER_SPLIT, THREADS_ROWS, THREADS_COLUMNS.
// Grid: modes / TILE_COLUMNS × modes / TILE_ROWS × splits.

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> cotangents: array<vec2f>;
@group(0) @binding(2) var<storage, read> inputs: array<vec2f>;
@group(0) @binding(3) var<storage, read_write> partials: array<vec2f>;

const A_DEPTH_FIRST = true;
const B_DEPTH_FIRST = true;

var<private> first_entry: u32;

fn a_element(row: u32, sample: u32) -> vec2f {
  if (row >= MODES || sample >= shape.batch) {
    return vec2f();
  }
  return cotangents[row * shape.stride + sample];
}

fn b_element(sample: u32, column: u32) -> vec2f {
  if (column >= MODES || sample >= shape.batch) {
    return vec2f();
  }
  return conjugate(inputs[column * shape.stride + sample]);
}

fn store(row: u32, column: u32, value: vec2f) {
  if (row < MODES && column < MODES) {
    partials[first_entry + row * MODES + column] = value;
  }
}

@compute @workgroup_size(THREADS_COLUMNS, THREADS_ROWS)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_id) thread: vec3u,
) {
  first_entry = (shape.layer * groups.z + group.z) * MODES * MODES;
  let from_sample = group.z * SAMPLES_PER_SPLIT;
  multiply_tile(
    group.y * TILE_ROWS,
    group.x * TILE_COLUMNS,
    thread.y,
    thread.x,
    from_sample,
    min(from_sample + SAMPLES_PER_SPLIT, shape.batch),
  );
}
