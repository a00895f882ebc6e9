/** Wall time one call to a session should take: short enough that a pause is honoured within 50 ms. */
export const TARGET_CALL_MS = 12;

/** The first call is one step; from there the count may at most double, so one odd timing cannot overshoot. */
const MAX_GROWTH = 2;

/** Chooses how many optimiser steps to hand to a session in one call. */
export class Pace {
  #count = 1;

  /** Steps for the next call, at least 1 and at most `remaining`. */
  next(remaining: number): number {
    return Math.max(1, Math.min(remaining, this.#count));
  }

  observe(count: number, ms: number): void {
    const ideal = ms > 0 ? Math.floor((count * TARGET_CALL_MS) / ms) : Infinity;
    // A call cut short by `remaining` says too little to grow on: many single steps would add up.
    const most = count < this.#count ? this.#count : this.#count * MAX_GROWTH;
    this.#count = Math.max(1, Math.min(ideal, most));
  }
}
