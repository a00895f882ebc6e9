import { NumberLog } from '../../lib/number-log';

/** One test-set report, for the dashed points of the charts. */
export interface ReportPoint {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
}

/**
 * The curves of the run on screen: typed storage outside React. Charts watch `version` and draw in the
 * next animation frame. Entry i belongs to step `firstStep + i`.
 */
export class TrainingLog {
  firstStep = 0;
  version = 0;
  readonly loss = new NumberLog();
  readonly accuracy = new NumberLog();
  readonly gradientNorm = new NumberLog();
  #reports: ReportPoint[] = [];
  readonly #listeners = new Set<() => void>();

  get reports(): readonly ReportPoint[] {
    return this.#reports;
  }

  /** Steps logged so far, counted from `firstStep`. */
  get length(): number {
    return this.loss.length;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Appends a slice; one that starts earlier than the log's end replaces the rest (a continued run). */
  append(firstStep: number, loss: Float32Array, accuracy: Float32Array, gradientNorm: Float32Array): void {
    if (this.length === 0 || firstStep < this.firstStep) {
      this.clear();
      this.firstStep = firstStep;
    }
    const at = firstStep - this.firstStep;
    const gap = new Float32Array(Math.max(0, at - this.length)).fill(Number.NaN);
    for (const [log, values] of [
      [this.loss, loss],
      [this.accuracy, accuracy],
      [this.gradientNorm, gradientNorm],
    ] as const) {
      log.truncate(at);
      log.append(gap);
      log.append(values);
    }
    this.#reports = this.#reports.filter((report) => report.step <= firstStep + loss.length);
    this.#changed();
  }

  report(point: ReportPoint): void {
    this.#reports = [...this.#reports.filter((other) => other.step < point.step), point];
    this.#changed();
  }

  clear(): void {
    for (const log of [this.loss, this.accuracy, this.gradientNorm]) log.truncate(0);
    this.#reports = [];
    this.firstStep = 0;
    this.#changed();
  }

  #changed(): void {
    this.version++;
    for (const listener of this.#listeners) listener();
  }
}

export const trainingLog = new TrainingLog();
