// Gathers the batch of the current step from the data set, moved at random: row r is the sample visited at position
// step·batch + r of the training stream (lib/permutation.wgsl), and the move a function of the position
// (src/learning/convolution/augment.ts).
//
//   pixels, labels  bytes, four a word      values  [channel][row][y][x]      batch_labels  [row]
//
// Grid: numbers of the batch / 64, long. Positions are exact up to 2^32.

@group(0) @binding(0) var<uniform> images: Images;
@group(0) @binding(1) var<storage, read> pixels: array<u32>;
@group(0) @binding(2) var<storage, read> labels: array<u32>;
@group(0) @binding(3) var<storage, read> counter: u32;
@group(0) @binding(4) var<storage, read_write> values: array<f32>;
@group(0) @binding(5) var<storage, read_write> batch_labels: array<u32>;

// STREAM.augmentation of src/lib/rng.ts
const AUGMENTATION_STREAM = 14u;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  if (i >= images.shape.x * images.samples * images.shape.y * images.shape.z) {
    return;
  }
  let place = place_at(images.shape, images.samples, i);
  let position = counter * images.samples + place.sample;
  let sample = sample_at(position, images.count, images.seed);
  let word = random_word(images.seed, AUGMENTATION_STREAM, position);
  let choices = 2u * images.shift + 1u;
  let dx = i32(((word & 0xffffu) * choices) >> 16u) - i32(images.shift);
  let dy = i32((((word >> 16u) & 0x7fffu) * choices) >> 15u) - i32(images.shift);
  values[i] = pixel(sample, place, dx, dy, images.mirrored == 1u && (word >> 31u) == 1u);
  if (place.channel == 0u && place.y == 0u && place.x == 0u) {
    batch_labels[place.sample] = extractBits(labels[sample >> 2u], 8u * (sample & 3u), 8u);
  }
}
