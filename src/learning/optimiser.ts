import type { PlanOptimiser } from './plan';

/**
 * Learning rate of one step: constant, or half a cosine from the rate to zero over the run
 * (Loshchilov, Hutter, ICLR 2017, without restarts).
 */
export function rateAt(optimiser: PlanOptimiser, step: number, totalSteps: number): number {
  if (optimiser.schedule === 'constant') return optimiser.learningRate;
  const progress = Math.min(1, step / Math.max(1, totalSteps));
  return optimiser.learningRate * 0.5 * (1 + Math.cos(Math.PI * progress));
}

/** Adam's per-step scalars with the bias corrections folded in. */
export interface AdamScalars {
  /** rate·√(1 − beta2^t) / (1 − beta1^t) */
  readonly rate: number;
  /** epsilon·√(1 − beta2^t) */
  readonly epsilon: number;
}

/** Scalars of step `step` (0-based) for Adam (Kingma, Ba, ICLR 2015): x −= rate·m / (√v + epsilon). */
export function adamScalars(
  optimiser: Extract<PlanOptimiser, { kind: 'adam' }>,
  rate: number,
  step: number,
): AdamScalars {
  const second = Math.sqrt(1 - optimiser.beta2 ** (step + 1));
  return { rate: (rate * second) / (1 - optimiser.beta1 ** (step + 1)), epsilon: optimiser.epsilon * second };
}

/** One optimiser step in place. `momentum` is Adam's m or SGD's velocity, `variance` Adam's v. */
export function optimise(
  optimiser: PlanOptimiser,
  rate: number,
  step: number,
  parameters: Float64Array,
  gradient: Float64Array,
  momentum: Float64Array,
  variance: Float64Array,
): void {
  if (optimiser.kind === 'sgd') {
    for (let i = 0; i < parameters.length; i++) {
      const velocity = optimiser.momentum * (momentum[i] ?? 0) + (gradient[i] ?? 0);
      momentum[i] = velocity;
      parameters[i] = (parameters[i] ?? 0) - rate * velocity;
    }
    return;
  }
  const { beta1, beta2 } = optimiser;
  const scalars = adamScalars(optimiser, rate, step);
  for (let i = 0; i < parameters.length; i++) {
    const slope = gradient[i] ?? 0;
    const m = beta1 * (momentum[i] ?? 0) + (1 - beta1) * slope;
    const v = beta2 * (variance[i] ?? 0) + (1 - beta2) * slope * slope;
    momentum[i] = m;
    variance[i] = v;
    parameters[i] = (parameters[i] ?? 0) - (scalars.rate * m) / (Math.sqrt(v) + scalars.epsilon);
  }
}
