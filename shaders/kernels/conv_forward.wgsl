// A linear stage applied to the batch: Y = W·patches(X) + bias, the patches gathered while they are needed.
//
//   weights  [row][column]      values X, linear Y  [channel][sample][row][column]
//
// Prefix: THREADS_ROWS, THREADS_COLUMNS. Grid: pixels of the output / TILE_COLUMNS (long in x, z) × rows / TILE_ROWS.

@group(0) @binding(0) var<uniform> convolution: Convolution;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> values: array<f32>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> linear: array<f32>;

var<private> first_row: u32;
var<private> pixels: Pixels;

fn start_a(row: u32) {
  first_row = row;
}

fn weight(row: u32, k: u32) -> f32 {
  if (row >= convolution.rows) {
    return 0.0;
  }
  return weights[convolution.weight_base + row * convolution.columns + k];
}

fn a_block(k: u32) -> vec4f {
  if (k >= convolution.columns) {
    return vec4f();
  }
  return vec4f(
    weight(first_row, k),
    weight(first_row + 1u, k),
    weight(first_row + 2u, k),
    weight(first_row + 3u, k),
  );
}

fn start_b(column: u32) {
  pixels = pixels_from(column, convolution.out_height, convolution.out_width);
}

fn b_block(k: u32) -> vec4f {
  let tap = tap_at(k);
  // Beyond the upper and left edge these wrap round to something large.
  let y = pixels.y * convolution.stride + tap.y - convolution.padding;
  let x = pixels.x * convolution.stride + tap.x - convolution.padding;
  let lit = pixels.inside & (y < vec4u(convolution.height)) & (x < vec4u(convolution.width));
  let images = tap.channel * convolution.samples + pixels.sample;
  let at = (images * convolution.height + y) * convolution.width + x;
  var block = vec4f();
  if (k >= convolution.columns) {
    return block;
  }
  for (var i = 0u; i < 4u; i++) {
    if (lit[i]) {
      block[i] = values[at[i]];
    }
  }
  return block;
}

fn store(row: u32, column: u32, sums: vec4f) {
  if (row >= convolution.rows) {
    return;
  }
  var bias = 0.0;
  if (convolution.bias_offset != NONE) {
    bias = parameters[convolution.bias_offset + row];
  }
  let pixel_count = convolution.samples * convolution.out_height * convolution.out_width;
  for (var i = 0u; i < 4u; i++) {
    if (column + i < pixel_count) {
      linear[row * pixel_count + column + i] = sums[i] + bias;
    }
  }
}

@compute @workgroup_size(THREADS_COLUMNS, THREADS_ROWS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) thread: vec3u) {
  let column = (GRID_ROW * group.z + group.x) * TILE_COLUMNS;
  multiply_tile(group.y * TILE_ROWS, column, thread.y, thread.x, 0u, convolution.columns);
}
