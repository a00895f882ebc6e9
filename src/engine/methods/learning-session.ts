import type { FieldBatch } from '../../data/fields';
import type { Die } from '../../learning/die';
import { applyEstimate, estimateNorm } from '../../learning/methods/update';
import { rateAt } from '../../learning/optimiser';
import type { NetworkPlan } from '../../learning/plan';
import type {
  CandidateLosses,
  Evaluation,
  KernelTime,
  Session,
  StepMetrics,
  TrainingState,
} from '../backend';
import { MetricsLog } from '../metrics-log';
import { StepWatch } from '../step-watch';
import type { Learner } from './learner';

/**
 * Trains the chip that another session is, by what a {@link Learner} finds out on it. The chip's session always stands at
 * this one's step and parameters; the state itself is kept here, in f64.
 */
export class LearningSession implements Session {
  readonly #plan: NetworkPlan;
  readonly #chip: Session;
  readonly #learner: Learner;
  #state: TrainingState;
  #log: MetricsLog;
  readonly #watch = new StepWatch();

  constructor(plan: NetworkPlan, chip: Session, learner: Learner, state?: TrainingState) {
    const none = (): Float64Array => new Float64Array(plan.parameterCount);
    this.#plan = plan;
    this.#chip = chip;
    this.#learner = learner;
    this.#state = copyOf(state ?? { step: 0, parameters: plan.initial, momentum: none(), variance: none() });
    this.#log = new MetricsLog(this.#state.step);
  }

  get steps(): number {
    return this.#state.step;
  }

  /** A step is many calls, and what happens between them is not the device's. */
  get deviceTime(): undefined {
    return undefined;
  }

  async step(count: number, rateFactor = 1): Promise<void> {
    const plan = this.#plan;
    for (let i = 0; i < count; i++) {
      this.#watch.begin();
      const { step, ...moving } = this.#state;
      const { estimate, loss, accuracy } = await this.#learner(this.#chip, moving.parameters, step);
      this.#watch.ends('measure');
      const rate = rateFactor * rateAt(plan.optimiser, step, plan.totalSteps);
      applyEstimate(plan, rate, step, moving, estimate);
      this.#log.push(loss, accuracy, estimateNorm(estimate));
      this.#state = { step: step + 1, ...moving };
      this.#watch.ends('update');
      await this.#chip.restore(this.#state);
      this.#watch.ends('set');
      this.#watch.finish();
    }
  }

  metrics(): Promise<StepMetrics> {
    return Promise.resolve(this.#log.take());
  }

  kernelTimes(): readonly KernelTime[] {
    return this.#watch.take();
  }

  evaluate(split: 'train' | 'test', signal?: AbortSignal, samples?: number): Promise<Evaluation> {
    return this.#chip.evaluate(split, signal, samples);
  }

  propagate(fields: FieldBatch): Promise<FieldBatch> {
    return this.#chip.propagate(fields);
  }

  gradient(): Promise<Float64Array> {
    return this.#chip.gradient();
  }

  losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    return this.#chip.losses(candidates);
  }

  state(): Promise<TrainingState> {
    return Promise.resolve(copyOf(this.#state));
  }

  setParameters(parameters: Float64Array): Promise<void> {
    this.#state.parameters.set(parameters);
    return this.#chip.setParameters(parameters);
  }

  restore(state: TrainingState): Promise<void> {
    this.#state = copyOf(state);
    this.#log = new MetricsLog(state.step);
    return this.#chip.restore(state);
  }

  setDie(die: Die | undefined): Promise<void> {
    return this.#chip.setDie(die);
  }

  dispose(): void {
    this.#chip.dispose();
  }
}

function copyOf({ step, parameters, momentum, variance }: TrainingState): TrainingState {
  return { step, parameters: parameters.slice(), momentum: momentum.slice(), variance: variance.slice() };
}
