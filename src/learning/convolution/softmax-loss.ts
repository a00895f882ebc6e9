/** Loss of some samples of a batch. */
export interface SoftmaxLoss {
  /** Sum over the samples. */
  readonly loss: number;
  /** Of each sample. */
  readonly losses: Float64Array;
  readonly correct: number;
  /** Class of the largest logit of each sample; of equal ones the first. */
  readonly predictions: Uint8Array;
  /** Of the sum, samples × classes. */
  readonly cotangent: Float64Array;
}

/**
 * Softmax cross-entropy with smoothed targets t_c = (1 − smoothing)·[c = label] + smoothing/classes
 * (Szegedy et al., CVPR 2016):
 *
 *     loss = ln Σ e^{z_c} − Σ t_c·z_c
 *
 * @param logits samples × classes
 */
export function softmaxLoss(
  logits: Float64Array,
  labels: ArrayLike<number>,
  classes: number,
  smoothing: number,
): SoftmaxLoss {
  const count = logits.length / classes;
  const cotangent = new Float64Array(logits.length);
  const predictions = new Uint8Array(count);
  const losses = new Float64Array(count);
  let loss = 0;
  let correct = 0;
  for (let sample = 0; sample < count; sample++) {
    const z = logits.subarray(sample * classes, (sample + 1) * classes);
    const label = labels[sample] ?? 0;
    let best = 0;
    for (let c = 1; c < classes; c++) if ((z[c] ?? 0) > (z[best] ?? 0)) best = c;
    const top = z[best] ?? 0;
    let total = 0;
    for (let c = 0; c < classes; c++) total += Math.exp((z[c] ?? 0) - top);
    let own = top + Math.log(total);
    for (let c = 0; c < classes; c++) {
      const target = (c === label ? 1 - smoothing : 0) + smoothing / classes;
      own -= target * (z[c] ?? 0);
      cotangent[sample * classes + c] = Math.exp((z[c] ?? 0) - top) / total - target;
    }
    losses[sample] = own;
    loss += own;
    predictions[sample] = best;
    if (best === label) correct++;
  }
  return { loss, losses, correct, predictions, cotangent };
}
