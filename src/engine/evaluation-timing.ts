/** Test-set reports while training: not more often than this, milliseconds… */
const MIN_INTERVAL_MS = 2000;
/** …and never more than this share of the time. */
const MAX_SHARE = 0.2;

/** Decides when a report on the test split is worth its time during training. */
export class EvaluationTiming {
  #last = 0;
  #cost = 0;

  start(now: number): void {
    this.#last = now;
  }

  done(now: number, ms: number): void {
    this.#last = now;
    this.#cost = ms;
  }

  due(now: number): boolean {
    const passed = now - this.#last;
    return passed > MIN_INTERVAL_MS && this.#cost < MAX_SHARE * passed;
  }
}

/** First step after `step` at which another whole epoch has been seen; epochs follow without a gap. */
export function nextEpochEnd(step: number, batchSize: number, samples: number): number {
  const epochs = Math.floor((step * batchSize) / samples);
  return Math.ceil(((epochs + 1) * samples) / batchSize);
}
