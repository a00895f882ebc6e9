import { optimise } from '../optimiser';
import type { PlanBase } from '../plan';
import { keepInRange } from '../range';
import type { Estimate } from './space';

/** What a step changes, in place. */
interface Moving {
  readonly parameters: Float64Array;
  readonly momentum: Float64Array;
  readonly variance: Float64Array;
}

/**
 * One step of the plan's optimiser along an estimated gradient, then back into range. Where only some parameters were
 * probed, only their values and moments move, and Adam's bias corrections count their own visits.
 */
export function applyEstimate(
  plan: Pick<PlanBase, 'optimiser' | 'range' | 'roles'>,
  rate: number,
  step: number,
  moving: Moving,
  estimate: Estimate,
): void {
  const { parameters, momentum, variance } = moving;
  if (estimate.kind === 'all') {
    optimise(plan.optimiser, rate, step, parameters, estimate.gradient, momentum, variance);
  } else {
    for (const { offset, slope, visits } of estimate.slopes) {
      const one = (values: Float64Array) => values.subarray(offset, offset + 1);
      const gradient = Float64Array.of(slope);
      optimise(plan.optimiser, rate, visits, one(parameters), gradient, one(momentum), one(variance));
    }
  }
  keepInRange(plan.range, plan.roles, parameters);
}

/** 2-norm of an estimate. */
export function estimateNorm(estimate: Estimate): number {
  const values = estimate.kind === 'all' ? estimate.gradient : estimate.slopes.map(({ slope }) => slope);
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}
