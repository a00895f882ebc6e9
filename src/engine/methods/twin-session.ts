import type { FieldBatch } from '../../data/fields';
import type { Die } from '../../learning/die';
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

/**
 * Trains a model of the chip as it was designed, and sets what it learns on the chip as it was made. Whatever is
 * reported, the training batch's loss included, is the chip's: each batch is sent through it once.
 */
export class TwinSession implements Session {
  readonly #chip: Session;
  readonly #twin: Session;
  #log: MetricsLog;
  readonly #watch = new StepWatch();

  /** @param chip and @param twin at the same state, of plans with the same parameters */
  constructor(chip: Session, twin: Session) {
    this.#chip = chip;
    this.#twin = twin;
    this.#log = new MetricsLog(chip.steps);
  }

  get steps(): number {
    return this.#twin.steps;
  }

  get deviceTime(): undefined {
    return undefined;
  }

  async step(count: number, rateFactor?: number): Promise<void> {
    let { parameters } = await this.#twin.state();
    for (let i = 0; i < count; i++) {
      this.#watch.begin();
      const { loss, accuracy } = await this.#chip.losses([parameters]);
      this.#watch.ends('measure');
      await this.#twin.step(1, rateFactor);
      const { gradientNorm } = await this.#twin.metrics();
      this.#log.push(loss[0] ?? NaN, accuracy[0] ?? NaN, gradientNorm[0] ?? NaN);
      const state = await this.#twin.state();
      this.#watch.ends('twin');
      await this.#chip.restore(state);
      this.#watch.ends('set');
      this.#watch.finish();
      ({ parameters } = state);
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
    return this.#twin.state();
  }

  async setParameters(parameters: Float64Array): Promise<void> {
    await this.#twin.setParameters(parameters);
    await this.#chip.setParameters(parameters);
  }

  async restore(state: TrainingState): Promise<void> {
    this.#log = new MetricsLog(state.step);
    await this.#twin.restore(state);
    await this.#chip.restore(state);
  }

  setDie(die: Die | undefined): Promise<void> {
    return this.#chip.setDie(die);
  }

  dispose(): void {
    this.#twin.dispose();
    this.#chip.dispose();
  }
}
