import type { ComplexPlanes } from '../photonics/propagate';
import { probabilities } from './convolution/probabilities';
import { detect, detectedOf } from './detect';
import { DARK } from './dark';
import type { NetworkPlan } from './plan';

/** What a network says about one sample, without noise. */
export interface Answer {
  readonly answer: number;
  /** Softmax probability of the answer, 0…1. */
  readonly confidence: number;
  /** The sample's loss, as the plan's readout counts it (without label smoothing). */
  readonly loss: number;
}

/**
 * @param out fields of one sample after the last layer; of a convolution the logits, real
 * @param label the sample's class
 */
export function answerOf(plan: NetworkPlan, out: ComplexPlanes, label: number): Answer {
  if (plan.kind === 'convolutional') return said(out.re.slice(0, plan.classes), label);
  const { readout, classes } = plan;
  const power = Float64Array.from(
    { length: classes },
    (_, c) => (out.re[c] ?? 0) ** 2 + (out.im[c] ?? 0) ** 2,
  );
  const detected = detectedOf(plan, undefined);
  if (detected) detect(detected, 0, power);
  const total = power.reduce((sum, value) => sum + value, 0);
  const norm = readout.normalise ? Math.max(total, plan.detection?.dark ?? DARK) : 1;
  const logits = power.map((value) => (readout.scale * value) / norm);
  const answer = said(logits, label);
  if (readout.loss === 'cross-entropy') return answer;
  const squares = logits.reduce((sum, value, c) => sum + (value - (c === label ? 1 : 0)) ** 2, 0);
  return { ...answer, loss: squares / classes };
}

function said(logits: Float64Array, label: number): Answer {
  const belief = probabilities(logits);
  const answer = logits.reduce((best, value, c) => (value > (logits[best] ?? 0) ? c : best), 0);
  const probability = belief[label] ?? 0;
  return {
    answer,
    confidence: belief[answer] ?? 0,
    loss: -Math.log(Math.max(probability, Number.MIN_VALUE)),
  };
}
