import { adamScalars, rateAt } from '../../learning/optimiser';
import type { Plan } from '../../learning/plan';

/** Optimiser steps recorded into one submit at most. */
export const MAX_STEPS_PER_SUBMIT = 64;

/** `struct Hyper` of kernels/update.wgsl for `count` steps from `firstStep`: computed here in f64. */
export function hyperScalars(plan: Plan, firstStep: number, count: number, rateFactor: number): ArrayBuffer {
  const { optimiser, totalSteps } = plan;
  const block = new ArrayBuffer(16 * (1 + count));
  new Uint32Array(block)[0] = firstStep;
  const floats = new Float32Array(block);
  for (let i = 0; i < count; i++) {
    const rate = rateFactor * rateAt(optimiser, firstStep + i, totalSteps);
    const scalars =
      optimiser.kind === 'adam' ? adamScalars(optimiser, rate, firstStep + i) : { rate, epsilon: 0 };
    floats.set([scalars.rate, scalars.epsilon], 4 * (1 + i));
  }
  return block;
}
