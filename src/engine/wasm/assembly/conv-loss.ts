/**
 * Softmax cross-entropy of logits with smoothed targets (learning/convolution/loss.ts), in f64.
 * @param ld floats per row of z and g
 * @param share what the gradient is multiplied with: 1 / samples of the batch
 * @param g cotangents; every element of a row is written
 * @param losses f32 per row
 * @param out f64 sum of losses, then i32 number of correct answers
 */
export function softmaxLoss(
  rows: i32,
  ld: usize,
  classes: i32,
  smoothing: f64,
  share: f64,
  z: usize,
  labels: usize,
  g: usize,
  predictions: usize,
  losses: usize,
  out: usize,
): void {
  const rowBytes = ld << 2;
  const floor = smoothing / <f64>classes;
  let total: f64 = 0;
  let correct = 0;
  memory.fill(g, 0, <usize>rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const label = <i32>load<u8>(labels + row);
    let best = 0;
    for (let c = 1; c < classes; c++) {
      if (load<f32>(z + ((<usize>c) << 2)) > load<f32>(z + ((<usize>best) << 2))) best = c;
    }
    const largest: f64 = load<f32>(z + ((<usize>best) << 2));
    let sum: f64 = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(<f64>load<f32>(z + ((<usize>c) << 2)) - largest);
    const rest = Math.log(sum);
    let own: f64 = 0;
    for (let c = 0; c < classes; c++) {
      const at = (<usize>c) << 2;
      const logarithm = <f64>load<f32>(z + at) - largest - rest;
      const target = floor + (c == label ? 1 - smoothing : 0);
      own -= target * logarithm;
      store<f32>(g + at, <f32>(share * (Math.exp(logarithm) - target)));
    }
    total += own;
    store<f32>(losses + ((<usize>row) << 2), <f32>own);
    store<u8>(predictions + row, <u8>best);
    if (best == label) correct++;
    z += rowBytes;
    g += rowBytes;
  }
  store<f64>(out, total);
  store<i32>(out, correct, 8);
}
