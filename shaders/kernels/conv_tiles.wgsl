// Cotangents of a stage's tiles from the partial ones of its matrix, added in the order of the runs: the way back of
// kernels/conv_assemble.wgsl. dL = Re Σ conj(tile)·d(tile).
//
//   partials  [run][row][column]      cotangents  [part][row][column] complex, of all tiles
//
// Grid: entries of the stage's tiles / 64, long.

struct Tiles {
  // Of the stage.
  count: u32,
  runs: u32,
}

@group(0) @binding(0) var<uniform> convolution: Convolution;
@group(0) @binding(1) var<uniform> tiles: Tiles;
@group(0) @binding(2) var<storage, read> partials: array<f32>;
@group(0) @binding(3) var<storage, read_write> cotangents: array<vec2f>;

fn summed(row: u32, column: u32) -> f32 {
  let entries = convolution.rows * convolution.columns;
  var at = row * convolution.columns + column;
  var sum = 0.0;
  for (var run = 0u; run < tiles.runs; run++) {
    sum += partials[at];
    at += entries;
  }
  return sum;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  let tile = convolution.tile;
  if (i >= tiles.count * tile * tile) {
    return;
  }
  let part = i / (tile * tile);
  let row = part / convolution.tiles_across * tile + i / tile % tile;
  let column = part % convolution.tiles_across * tile + i % tile;
  let height = select(convolution.rows, convolution.rows / 2u, convolution.is_complex == 1u);
  var cotangent = vec2f();
  if (row < height && column < convolution.columns) {
    cotangent.x = summed(row, column);
    if (convolution.is_complex == 1u) {
      cotangent.y = summed(height + row, column);
    }
  }
  cotangents[convolution.first_part * tile * tile + i] = cotangent;
}
