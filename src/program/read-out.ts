import type { FieldBatch } from '../data/fields';
import { probabilities } from '../learning/convolution/probabilities';
import { DARK } from '../learning/dark';
import { detect, detectedOf } from '../learning/detect';
import type { NetworkPlan } from '../learning/plan';
import { programFault } from './program-fault';

/**
 * Softmax probabilities of a batch, count × classes, from the fields after the last layer (of a convolution the logits,
 * real). Throws `program/not-finite`.
 */
export function readOut(plan: NetworkPlan, out: FieldBatch): Float32Array {
  const { classes } = plan;
  const { count, modes, re, im } = out;
  const all = new Float32Array(count * classes);
  const logits = new Float64Array(classes);
  const detected = plan.kind === 'coherent' ? detectedOf(plan, undefined) : undefined;
  for (let row = 0; row < count; row++) {
    const from = row * modes;
    if (plan.kind === 'coherent') {
      let total = 0;
      for (let c = 0; c < classes; c++) logits[c] = (re[from + c] ?? 0) ** 2 + (im[from + c] ?? 0) ** 2;
      if (detected) detect(detected, 0, logits);
      for (let c = 0; c < classes; c++) total += logits[c] ?? 0;
      const { readout, detection } = plan;
      const norm = readout.normalise ? Math.max(total, detection?.dark ?? DARK) : 1;
      for (let c = 0; c < classes; c++) logits[c] = (readout.scale * (logits[c] ?? 0)) / norm;
    } else {
      for (let c = 0; c < classes; c++) logits[c] = re[from + c] ?? 0;
    }
    const belief = probabilities(logits);
    if (!Number.isFinite(belief[0])) throw programFault('not-finite', { where: `inputs.${row}` });
    all.set(belief, row * classes);
  }
  return all;
}

/** The likeliest class of each sample, as its place among the classes. */
export function answersOf(all: Float32Array, classes: number): Uint16Array {
  const answers = new Uint16Array(Math.floor(all.length / classes));
  for (let row = 0; row < answers.length; row++) {
    let best = 0;
    for (let c = 1; c < classes; c++)
      if ((all[row * classes + c] ?? 0) > (all[row * classes + best] ?? 0)) best = c;
    answers[row] = best;
  }
  return answers;
}
