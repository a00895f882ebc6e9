/** Steps of one slice while slowed: those of one frame of a 60 Hz screen, so that every frame can move. */
const FRAME_MS = 1000 / 60;

/** What training is behind its pace by more than this is forgotten, so that no burst follows a hold-up. */
const MAX_LAG_MS = 100;

/** The longest single wait: well below the 50 ms in which a pause is heard. */
const MAX_WAIT_MS = 20;

/**
 * Slows a run down to a pace at which it can be watched. It decides only when steps are handed over and
 * how many at once, never what they compute, so the curve is the same bit for bit at any pace.
 */
export class Throttle {
  #rate: number | undefined;
  /** When the steps handed over so far should have been done, milliseconds of the clock. */
  #due = 0;

  /** @param rate optimiser steps per second of wall time; undefined lets the device run freely */
  set(rate: number | undefined, now: number): void {
    this.#rate = rate;
    this.#due = now;
  }

  /** Training starts, or goes on after a break. */
  start(now: number): void {
    this.#due = now;
  }

  /** The most steps of one slice. */
  most(): number {
    return this.#rate === undefined ? Infinity : Math.max(1, Math.round((this.#rate * FRAME_MS) / 1000));
  }

  /** A slice of `count` steps was begun at `start`. */
  worked(count: number, start: number): void {
    if (this.#rate === undefined) return;
    this.#due = Math.max(this.#due, start - MAX_LAG_MS) + (count * 1000) / this.#rate;
  }

  /** Milliseconds to wait before asking again; 0 when the next slice may begin. */
  wait(now: number): number {
    return this.#rate === undefined ? 0 : Math.min(MAX_WAIT_MS, Math.max(0, this.#due - now));
  }
}
