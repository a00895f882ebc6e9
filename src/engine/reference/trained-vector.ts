import { optimise, rateAt } from '../../learning/optimiser';
import type { PlanBase } from '../../learning/plan';
import { keepInRange } from '../../learning/range';
import type { StepMetrics, TrainingState } from '../backend';
import { MetricsLog } from '../metrics-log';

/** What changes during training: parameters, moments, step count, and the metrics of the steps. */
export class TrainedVector {
  readonly parameters: Float64Array;
  readonly #plan: PlanBase;
  readonly #momentum: Float64Array;
  readonly #variance: Float64Array;
  #log: MetricsLog;
  #step: number;

  constructor(plan: PlanBase, state?: TrainingState) {
    this.#plan = plan;
    this.parameters = (state?.parameters ?? plan.initial).slice();
    this.#momentum = state?.momentum.slice() ?? new Float64Array(plan.parameterCount);
    this.#variance = state?.variance.slice() ?? new Float64Array(plan.parameterCount);
    this.#step = state?.step ?? 0;
    this.#log = new MetricsLog(this.#step);
  }

  get step(): number {
    return this.#step;
  }

  /** One optimiser step on a batch's gradient. */
  update(
    { loss, correct, gradient }: { loss: number; correct: number; gradient: Float64Array },
    rateFactor: number,
  ): void {
    const { optimiser, totalSteps, batchSize, range, roles } = this.#plan;
    this.#log.push(loss, correct / batchSize, norm(gradient));
    const rate = rateFactor * rateAt(optimiser, this.#step, totalSteps);
    optimise(optimiser, rate, this.#step, this.parameters, gradient, this.#momentum, this.#variance);
    keepInRange(range, roles, this.parameters);
    this.#step++;
  }

  takeMetrics(): StepMetrics {
    return this.#log.take();
  }

  state(): TrainingState {
    return {
      step: this.#step,
      parameters: this.parameters.slice(),
      momentum: this.#momentum.slice(),
      variance: this.#variance.slice(),
    };
  }

  restore(state: TrainingState): void {
    this.parameters.set(state.parameters);
    this.#momentum.set(state.momentum);
    this.#variance.set(state.variance);
    this.#step = state.step;
    this.#log = new MetricsLog(state.step);
  }
}

function norm(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}
