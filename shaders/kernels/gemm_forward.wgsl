// A layer applied to the batch: Y = M·X, Z = f(Y).
//
//   matrices  [layer][row][column]      inputs X, linear Y, outputs Z  [mode][sample], `shape.stride` apart
//
// Prefix: MODES, THREADS_ROWS, THREADS_COLUMNS. Grid: batch / TILE_COLUMNS × modes / TILE_ROWS.

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> matrices: array<vec2f>;
@group(0) @binding(2) var<storage, read> inputs: array<vec2f>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> linear: array<vec2f>;
@group(0) @binding(5) var<storage, read_write> outputs: array<vec2f>;

const A_DEPTH_FIRST = true;
const B_DEPTH_FIRST = false;

fn a_element(row: u32, k: u32) -> vec2f {
  if (row >= MODES || k >= MODES) {
    return vec2f();
  }
  return matrices[(shape.layer * MODES + row) * MODES + k];
}

fn b_element(k: u32, sample: u32) -> vec2f {
  if (k >= MODES || sample >= shape.batch) {
    return vec2f();
  }
  return inputs[k * shape.stride + sample];
}

fn store(row: u32, sample: u32, y: vec2f) {
  if (row < MODES && sample < shape.batch) {
    linear[row * shape.stride + sample] = y;
    outputs[row * shape.stride + sample] = activate(row, y);
  }
}

@compute @workgroup_size(THREADS_COLUMNS, THREADS_ROWS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) thread: vec3u) {
  multiply_tile(group.y * TILE_ROWS, group.x * TILE_COLUMNS, thread.y, thread.x, 0u, MODES);
}
