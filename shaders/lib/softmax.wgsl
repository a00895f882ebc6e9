// Softmax cross-entropy with smoothed targets: src/learning/convolution/softmax-loss.ts. The kernel binds `logits`
// [class][row]. Prefix: CLASSES, SMOOTHING. With lib/exp_log.wgsl.

struct Softmax {
  largest: f32,
  // Σ e^{z − largest}
  total: f32,
  loss: f32,
  prediction: u32,
}

fn target_value(class_index: u32, label: u32) -> f32 {
  return select(0.0, 1.0 - SMOOTHING, class_index == label) + SMOOTHING / f32(CLASSES);
}

fn softmax(row: u32, rows: u32, label: u32) -> Softmax {
  var largest = logits[row];
  var prediction = 0u;
  for (var c = 1u; c < CLASSES; c++) {
    let logit = logits[c * rows + row];
    if (logit > largest) {
      largest = logit;
      prediction = c;
    }
  }
  var total = 0.0;
  var met = 0.0;
  for (var c = 0u; c < CLASSES; c++) {
    let rest = logits[c * rows + row] - largest;
    total += exponential(rest);
    met += target_value(c, label) * rest;
  }
  return Softmax(largest, total, logarithm(total) - met, prediction);
}
