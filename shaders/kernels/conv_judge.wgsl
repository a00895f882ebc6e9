// Loss and answer of each sample of an evaluated chunk.
//
//   logits  [class][row]      labels  bytes, four a word      verdicts  [sample] (bits of the loss, answer)
//
// Prefix: CLASSES, SMOOTHING. Grid: rows / 64.

struct Chunk {
  first: u32,
  rows: u32,
}

@group(0) @binding(0) var<uniform> images: Images;
@group(0) @binding(1) var<uniform> chunk: Chunk;
@group(0) @binding(2) var<storage, read> logits: array<f32>;
@group(0) @binding(3) var<storage, read> labels: array<u32>;
@group(0) @binding(4) var<storage, read_write> verdicts: array<vec2u>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= chunk.rows) {
    return;
  }
  let sample = chunk.first + id.x;
  let label = extractBits(labels[sample >> 2u], 8u * (sample & 3u), 8u);
  let answer = softmax(id.x, images.samples, label);
  verdicts[sample] = vec2u(bitcast<u32>(answer.loss), answer.prediction);
}
