// Puts the real (and imaginary) parts of a stage's tiles where they belong in its matrix:
// src/learning/convolution/tiled-matrix.ts.
//
//   matrices  [part][row][column] complex, of all tiles      weights  [row][column], of all stages
//
// Grid: weights of the stage / 64, long.

@group(0) @binding(0) var<uniform> convolution: Convolution;
@group(0) @binding(1) var<storage, read> matrices: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> weights: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  if (i >= convolution.rows * convolution.columns) {
    return;
  }
  let tile = convolution.tile;
  let column = i % convolution.columns;
  let height = select(convolution.rows, convolution.rows / 2u, convolution.is_complex == 1u);
  let row = i / convolution.columns;
  let within = row % height;
  let part = convolution.first_part + within / tile * convolution.tiles_across + column / tile;
  let entry = matrices[(part * tile + within % tile) * tile + column % tile];
  weights[convolution.weight_base + i] = select(entry.x, entry.y, row >= height);
}
