import { NumberLog } from '../lib/number-log';
import type { StepMetrics } from './backend';

/** Steps of the curve that a checkpoint carries, the newest ones: 3 MB of a file written every few seconds. */
const MAX_SAVED_STEPS = 2 ** 18;

/** The curve of a run as the page shows it, kept with its checkpoint so that a reload shows it again. */
export class CurveLog {
  #firstStep = 0;
  readonly #loss = new NumberLog();
  readonly #accuracy = new NumberLog();
  readonly #gradientNorm = new NumberLog();

  /** Steps held in memory. */
  get length(): number {
    return this.#loss.length;
  }

  /** Adds a slice; whatever was known from its first step on is replaced. */
  append({ firstStep, loss, accuracy, gradientNorm }: StepMetrics): void {
    const known = firstStep - this.#firstStep;
    if (known < 0 || known > this.#loss.length) this.#startAt(firstStep);
    else this.#truncate(known);
    this.#loss.append(loss);
    this.#accuracy.append(accuracy);
    this.#gradientNorm.append(gradientNorm);
    // Half at a time, so that moving the rest to the front costs next to nothing per step.
    if (this.length > 2 * MAX_SAVED_STEPS) this.#dropFirst(this.length - MAX_SAVED_STEPS);
  }

  /** A copy of the newest part of the curve before `step`. */
  before(step: number): StepMetrics {
    const end = Math.max(0, Math.min(step - this.#firstStep, this.#loss.length));
    const start = Math.max(0, end - MAX_SAVED_STEPS);
    return {
      firstStep: this.#firstStep + start,
      loss: this.#loss.view().slice(start, end),
      accuracy: this.#accuracy.view().slice(start, end),
      gradientNorm: this.#gradientNorm.view().slice(start, end),
    };
  }

  #dropFirst(count: number): void {
    this.#firstStep += count;
    for (const log of [this.#loss, this.#accuracy, this.#gradientNorm]) log.dropFirst(count);
  }

  #startAt(step: number): void {
    this.#firstStep = step;
    this.#truncate(0);
  }

  #truncate(length: number): void {
    for (const log of [this.#loss, this.#accuracy, this.#gradientNorm]) log.truncate(length);
  }
}
