// Cotangent of a linear stage's matrix: GW[row][column] = Σ_pixels GY[row][pixel]·patch[column][pixel]. The pixels of
// the batch are cut into runs, one partial matrix each; kernels/conv_tiles.wgsl adds them in order.
//
//   cotangents GY, values X  [channel][sample][row][column]      partials  [run][row][column]
//
// Prefix: THREADS_ROWS, THREADS_COLUMNS. Grid: columns / TILE_COLUMNS × rows / TILE_ROWS × runs.

struct Runs {
  // Pixels of a run, a multiple of TILE_DEPTH.
  pixels: u32,
}

@group(0) @binding(0) var<uniform> convolution: Convolution;
@group(0) @binding(1) var<uniform> runs: Runs;
@group(0) @binding(2) var<storage, read> cotangents: array<f32>;
@group(0) @binding(3) var<storage, read> values: array<f32>;
@group(0) @binding(4) var<storage, read_write> partials: array<f32>;

var<private> pixel_count: u32;
var<private> first_entry: u32;
var<private> first_row: u32;
var<private> channel: vec4u;
var<private> tap_y: vec4u;
var<private> tap_x: vec4u;

fn start_a(row: u32) {
  first_row = row;
}

fn cotangent(row: u32, pixel: u32) -> f32 {
  if (row >= convolution.rows) {
    return 0.0;
  }
  return cotangents[row * pixel_count + pixel];
}

fn a_block(pixel: u32) -> vec4f {
  if (pixel >= pixel_count) {
    return vec4f();
  }
  return vec4f(
    cotangent(first_row, pixel),
    cotangent(first_row + 1u, pixel),
    cotangent(first_row + 2u, pixel),
    cotangent(first_row + 3u, pixel),
  );
}

fn start_b(column: u32) {
  let t0 = tap_at(column);
  let t1 = tap_at(column + 1u);
  let t2 = tap_at(column + 2u);
  let t3 = tap_at(column + 3u);
  channel = vec4u(t0.channel, t1.channel, t2.channel, t3.channel);
  tap_y = vec4u(t0.y, t1.y, t2.y, t3.y);
  tap_x = vec4u(t0.x, t1.x, t2.x, t3.x);
}

fn b_block(pixel: u32) -> vec4f {
  let place = pixel_at(pixel, convolution.out_height, convolution.out_width);
  let y = place.y * convolution.stride + tap_y - convolution.padding;
  let x = place.x * convolution.stride + tap_x - convolution.padding;
  let lit =
    (channel < vec4u(convolution.channels)) & (y < vec4u(convolution.height)) & (x < vec4u(convolution.width));
  let images = channel * convolution.samples + place.sample;
  let at = (images * convolution.height + y) * convolution.width + x;
  var block = vec4f();
  if (pixel >= pixel_count) {
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
  for (var i = 0u; i < 4u; i++) {
    if (column + i < convolution.columns) {
      partials[first_entry + row * convolution.columns + column + i] = sums[i];
    }
  }
}

@compute @workgroup_size(THREADS_COLUMNS, THREADS_ROWS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) thread: vec3u) {
  pixel_count = convolution.samples * convolution.out_height * convolution.out_width;
  first_entry = group.z * convolution.rows * convolution.columns;
  let from_pixel = group.z * runs.pixels;
  multiply_tile(
    group.y * TILE_ROWS,
    group.x * TILE_COLUMNS,
    thread.y,
    thread.x,
    from_pixel,
    min(from_pixel + runs.pixels, convolution.samples * convolution.out_height * convolution.out_width),
  );
}
