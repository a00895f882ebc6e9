// Cotangent of a linear stage's input: every pixel gathers what the patches that see it say of it,
//
//   GX[channel][pixel] = Σ_{row, tap} W[row][channel, tap]·GY[row][(pixel + padding − tap) / stride]
//
//   weights  [row][column]      cotangents GY, results GX  [channel][sample][row][column]
//
// Prefix: THREADS_ROWS, THREADS_COLUMNS. Grid: pixels of the input / TILE_COLUMNS (long in x, z) × channels / TILE_ROWS.

@group(0) @binding(0) var<uniform> convolution: Convolution;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> cotangents: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;

var<private> first_channel: u32;
var<private> pixels: Pixels;

// Depth runs over rows and taps: k = row·kernel² + tap.
fn depth() -> u32 {
  return convolution.rows * convolution.kernel * convolution.kernel;
}

fn start_a(row: u32) {
  first_channel = row;
}

fn weight(channel: u32, row: u32, tap: u32) -> f32 {
  if (channel >= convolution.channels) {
    return 0.0;
  }
  let column = channel * convolution.kernel * convolution.kernel + tap;
  return weights[convolution.weight_base + row * convolution.columns + column];
}

fn a_block(k: u32) -> vec4f {
  let taps = convolution.kernel * convolution.kernel;
  let row = k / taps;
  let tap = k % taps;
  if (row >= convolution.rows) {
    return vec4f();
  }
  return vec4f(
    weight(first_channel, row, tap),
    weight(first_channel + 1u, row, tap),
    weight(first_channel + 2u, row, tap),
    weight(first_channel + 3u, row, tap),
  );
}

fn start_b(column: u32) {
  pixels = pixels_from(column, convolution.height, convolution.width);
}

fn b_block(k: u32) -> vec4f {
  // A row of the matrix stands where a channel does in the patch.
  let tap = tap_at(k);
  let above = pixels.y + convolution.padding - tap.y;
  let left = pixels.x + convolution.padding - tap.x;
  let y = above / convolution.stride;
  let x = left / convolution.stride;
  // What lies before the first patch has wrapped round to something large.
  let met =
    pixels.inside & (y * convolution.stride == above) & (x * convolution.stride == left) &
    (y < vec4u(convolution.out_height)) & (x < vec4u(convolution.out_width));
  let images = tap.channel * convolution.samples + pixels.sample;
  let at = (images * convolution.out_height + y) * convolution.out_width + x;
  var block = vec4f();
  if (tap.channel >= convolution.rows) {
    return block;
  }
  for (var i = 0u; i < 4u; i++) {
    if (met[i]) {
      block[i] = cotangents[at[i]];
    }
  }
  return block;
}

fn store(row: u32, column: u32, sums: vec4f) {
  if (row >= convolution.channels) {
    return;
  }
  let pixel_count = convolution.samples * convolution.height * convolution.width;
  for (var i = 0u; i < 4u; i++) {
    if (column + i < pixel_count) {
      results[row * pixel_count + column + i] = sums[i];
    }
  }
}

@compute @workgroup_size(THREADS_COLUMNS, THREADS_ROWS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) thread: vec3u) {
  let column = (GRID_ROW * group.z + group.x) * TILE_COLUMNS;
  multiply_tile(group.y * TILE_ROWS, column, thread.y, thread.x, 0u, depth());
}
