import { STREAM, normal, randomWord } from '../lib/rng';
import type { PlanDrift } from './plan';

/** What noise is drawn for: training, the k-th candidate of a forward-only step, or a report. */
export type NoiseUse = 'training' | 'report' | { readonly candidate: number };

/**
 * Seed of all noise of one presentation of a batch or split: a pure function of the run's seed, the step and the
 * use, so that curves repeat and a run can continue anywhere.
 */
export function noiseKey(seed: number, step: number, use: NoiseUse): number {
  const key = randomWord(seed, STREAM.noiseKey, step);
  if (use === 'training') return key;
  return randomWord(key, STREAM.noiseKey, use === 'report' ? 0 : 1 + use.candidate);
}

/** W_r of the four common walks, radians. */
export type Walks = readonly [number, number, number, number];

/** The four common drift walks at any step; steps must be asked for in order or from 0 again. */
export class DriftWalk {
  readonly #drift: PlanDrift;
  readonly #seed: number;
  #step = 0;
  #walks: Walks = [0, 0, 0, 0];

  constructor(drift: PlanDrift, seed: number) {
    this.#drift = drift;
    this.#seed = seed;
  }

  /** W_r(step), radians. */
  at(step: number): Walks {
    if (step < this.#step) {
      this.#step = 0;
      this.#walks = [0, 0, 0, 0];
    }
    for (; this.#step < step; this.#step++) {
      const draw = (r: number): number =>
        this.#drift.rate * normal(this.#seed, STREAM.driftWalk, 4 * this.#step + r);
      const [a, b, c, d] = this.#walks;
      this.#walks = [a + draw(0), b + draw(1), c + draw(2), d + draw(3)];
    }
    return this.#walks;
  }
}
