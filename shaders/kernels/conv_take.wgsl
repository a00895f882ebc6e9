// Images that are already numbers, sample after sample.
//
//   given  [row][channel][y][x]      values  [channel][row][y][x]
//
// Grid: numbers of the batch / 64, long.

struct Chunk {
  first: u32,
  rows: u32,
}

@group(0) @binding(0) var<uniform> images: Images;
@group(0) @binding(1) var<uniform> chunk: Chunk;
@group(0) @binding(2) var<storage, read> given: array<f32>;
@group(0) @binding(3) var<storage, read_write> values: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  let shape = images.shape;
  if (i >= shape.x * images.samples * shape.y * shape.z) {
    return;
  }
  let place = place_at(shape, images.samples, i);
  if (place.sample < chunk.rows) {
    values[i] = given[((place.sample * shape.x + place.channel) * shape.y + place.y) * shape.z + place.x];
  }
}
