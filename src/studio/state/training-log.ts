import type { RunEvent } from '../../engine/protocol';
import { CurveIndex } from '../../lib/curve-index';
import { NumberLog } from '../../lib/number-log';
import { RunProgress } from './run-progress';

/** One test-set report, for the dashed points of the charts. */
export interface ReportPoint {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** What was changed while the run went on. */
export type RunEdits = Extract<RunEvent, { kind: 'edits' }>['edits'];

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
  readonly progress = new RunProgress();
  /** Radians that all phases held together, and after which step: a few times a second. */
  readonly heat = new NumberLog();
  readonly heatSteps: number[] = [];
  readonly #indices = new Map<NumberLog, CurveIndex>();
  #reports: ReportPoint[] = [];
  #edits: RunEdits = [];
  readonly #listeners = new Set<() => void>();

  constructor() {
    for (const log of [...this.#perStep(), this.heat]) this.#indices.set(log, new CurveIndex(log));
  }

  get reports(): readonly ReportPoint[] {
    return this.#reports;
  }

  get edits(): RunEdits {
    return this.#edits;
  }

  /** Steps logged so far, counted from `firstStep`. */
  get length(): number {
    return this.loss.length;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Extremes and means of one of the curves here. */
  indexOf(log: NumberLog): CurveIndex {
    return this.#indices.get(log) ?? new CurveIndex(log);
  }

  /** Appends a slice; one that starts earlier than the log's end replaces the rest (a continued run). */
  append(firstStep: number, loss: Float32Array, accuracy: Float32Array, gradientNorm: Float32Array): void {
    if (this.length === 0 || firstStep < this.firstStep) {
      this.#forget();
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
      const kept = log.length;
      log.append(gap);
      log.append(values);
      this.indexOf(log).update(kept);
    }
    this.#reports = this.#reports.filter((report) => report.step <= firstStep + loss.length);
    this.#changed();
  }

  /** What the slice that was appended last had cost: see {@link RunProgress.add}. */
  spent(firstStep: number, steps: number, passes: number, seconds: number | undefined): void {
    this.progress.add(firstStep, steps, passes, seconds);
  }

  report(point: ReportPoint): void {
    this.#reports = [...this.#reports.filter((other) => other.step < point.step), point];
    this.#changed();
  }

  edited(edits: RunEdits): void {
    this.#edits = edits;
    this.#changed();
  }

  /** The phases after a step held so many radians; later ones are forgotten. */
  heated(step: number, radians: number): void {
    while ((this.heatSteps.at(-1) ?? -1) >= step) this.heatSteps.pop();
    const kept = this.heatSteps.length;
    this.heat.truncate(kept);
    this.heatSteps.push(step);
    this.heat.append([radians]);
    this.indexOf(this.heat).update(kept);
    this.#changed();
  }

  clear(): void {
    this.#forget();
    this.#edits = [];
    this.heat.truncate(0);
    this.indexOf(this.heat).update(0);
    this.heatSteps.length = 0;
    this.firstStep = 0;
    this.#changed();
  }

  #perStep(): readonly NumberLog[] {
    return [this.loss, this.accuracy, this.gradientNorm];
  }

  #forget(): void {
    for (const log of this.#perStep()) {
      log.truncate(0);
      this.indexOf(log).update(0);
    }
    this.progress.clear();
    this.#reports = [];
  }

  #changed(): void {
    this.version++;
    for (const listener of this.#listeners) listener();
  }
}

export const trainingLog = new TrainingLog();
