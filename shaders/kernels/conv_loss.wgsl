// Loss of each sample of the batch, whether its answer is right, and the cotangent of its logits for the mean loss.
//
//   logits, cotangents  [class][sample]      outcomes  [sample] (loss, 1 if right)
//
// Prefix: CLASSES, SMOOTHING. Grid: batch / 64.

@group(0) @binding(0) var<uniform> images: Images;
@group(0) @binding(1) var<storage, read> logits: array<f32>;
@group(0) @binding(2) var<storage, read> batch_labels: array<u32>;
@group(0) @binding(3) var<storage, read_write> cotangents: array<f32>;
@group(0) @binding(4) var<storage, read_write> outcomes: array<vec2f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let rows = images.samples;
  if (id.x >= rows) {
    return;
  }
  let label = batch_labels[id.x];
  let answer = softmax(id.x, rows, label);
  outcomes[id.x] = vec2f(answer.loss, select(0.0, 1.0, answer.prediction == label));
  for (var c = 0u; c < CLASSES; c++) {
    let share = exponential(logits[c * rows + id.x] - answer.largest) / answer.total;
    cotangents[c * rows + id.x] = (share - target_value(c, label)) / f32(rows);
  }
}
