// Cotangent of a layer's inputs, GX = Mᴴ·GY, taken back through the nonlinearity before the layer
// (lib/activation.wgsl): what is stored is the cotangent of the previous layer's linear part.
//
//   matrices  [layer][row][column]      cotangents GY, linear Y of the previous layer, results  [mode][sample]
//   shape     `layer` is this layer, the nonlinearity's constants are the previous one's
//
// Prefix: MODES, THREADS_ROWS, THREADS_COLUMNS. Grid: batch / TILE_COLUMNS × modes / TILE_ROWS.

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> matrices: array<vec2f>;
@group(0) @binding(2) var<storage, read> cotangents: array<vec2f>;
@group(0) @binding(3) var<storage, read> linear: array<vec2f>;
@group(0) @binding(4) var<storage, read_write> results: array<vec2f>;

const A_DEPTH_FIRST = false;
const B_DEPTH_FIRST = false;

fn a_element(row: u32, k: u32) -> vec2f {
  if (row >= MODES || k >= MODES) {
    return vec2f();
  }
  return conjugate(matrices[(shape.layer * MODES + k) * MODES + row]);
}

fn b_element(k: u32, sample: u32) -> vec2f {
  if (k >= MODES || sample >= shape.batch) {
    return vec2f();
  }
  return cotangents[k * shape.stride + sample];
}

fn store(row: u32, sample: u32, value: vec2f) {
  if (row < MODES && sample < shape.batch) {
    let at = row * shape.stride + sample;
    results[at] = pull_back(row, linear[at], value);
  }
}

@compute @workgroup_size(THREADS_COLUMNS, THREADS_ROWS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) thread: vec3u) {
  multiply_tile(group.y * TILE_ROWS, group.x * TILE_COLUMNS, thread.y, thread.x, 0u, MODES);
}
