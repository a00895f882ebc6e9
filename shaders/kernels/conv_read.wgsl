// A run of images of a split, as they are.
//
//   pixels  bytes, four a word      values  [channel][row][y][x]
//
// Grid: numbers of the batch / 64, long.

struct Chunk {
  first: u32,
  rows: u32,
}

@group(0) @binding(0) var<uniform> images: Images;
@group(0) @binding(1) var<uniform> chunk: Chunk;
@group(0) @binding(2) var<storage, read> pixels: array<u32>;
@group(0) @binding(3) var<storage, read_write> values: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  if (i >= images.shape.x * images.samples * images.shape.y * images.shape.z) {
    return;
  }
  let place = place_at(images.shape, images.samples, i);
  if (place.sample < chunk.rows) {
    values[i] = pixel(chunk.first + place.sample, place, 0, 0, false);
  }
}
