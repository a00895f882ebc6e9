import { probabilities } from '../../learning/convolution/probabilities';
import { detect, detectedOf } from '../../learning/detect';
import { DARK } from '../../learning/dark';
import type { Plan } from '../../learning/plan';
import type { ComplexPlanes } from '../../photonics/propagate';

/** What the detectors at the class ports say about one sample, in the steps of their converters but without noise. */
export interface Readings {
  /** Power |y_c|² at each class port, as its converter reads it; the logits of a convolution. */
  readonly power: Float64Array;
  /** Each port's share of the class ports' power, 0…1. */
  readonly share: Float64Array;
  /** Softmax of the readout's logits (see learning/loss.ts), 0…1. */
  readonly probability: Float64Array;
  /** The brightest class port: the network's answer. */
  readonly answer: number;
}

/** The answer of a convolution: its shares are the probabilities. */
export function readLogits(logits: Float64Array): Readings {
  const probability = probabilities(logits);
  let answer = 0;
  logits.forEach((value, c) => {
    if (value > (logits[answer] ?? 0)) answer = c;
  });
  return { power: logits, share: probability, probability, answer };
}

export function readPorts(plan: Plan, out: ComplexPlanes): Readings {
  const power = Float64Array.from(
    { length: plan.classes },
    (_, c) => (out.re[c] ?? 0) ** 2 + (out.im[c] ?? 0) ** 2,
  );
  const detected = detectedOf(plan, undefined);
  if (detected) detect(detected, 0, power);
  const total = power.reduce((sum, value) => sum + value, 0);
  const divisor = Math.max(total, plan.detection?.dark ?? DARK);
  const share = power.map((value) => value / divisor);
  const logits = (plan.readout.normalise ? share : power).map((value) => plan.readout.scale * value);
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const exponentials = logits.map((value) => Math.exp(value - largest));
  const norm = exponentials.reduce((sum, value) => sum + value, 0);
  let answer = 0;
  for (let c = 1; c < power.length; c++) if ((power[c] ?? 0) > (power[answer] ?? 0)) answer = c;
  return { power, share, probability: exponentials.map((value) => value / norm), answer };
}
