import type { Walks } from '../../learning/noise';
import { DriftWalk, noiseKey } from '../../learning/noise';
import { adamScalars, rateAt } from '../../learning/optimiser';
import type { PlanBase } from '../../learning/plan';

/** Optimiser steps recorded into one submit at most. */
export const MAX_STEPS_PER_SUBMIT = 64;

/** Bytes of `struct Step`, and of what stands before the steps, in shaders/lib/hyper.wgsl. */
export const STEP_BYTES = 32;
export const HYPER_HEAD = 16;

/** What the device is told of steps and other presentations of light, computed here in f64: `struct Hyper`. */
export class HyperWriter {
  readonly #plan: PlanBase;
  readonly #walk: DriftWalk | undefined;

  constructor(plan: PlanBase) {
    this.#plan = plan;
    this.#walk = plan.effects?.drift && new DriftWalk(plan.effects.drift, plan.seed);
  }

  /** `count` optimiser steps from `firstStep`. */
  steps(firstStep: number, count: number, rateFactor: number): ArrayBuffer {
    const { optimiser, totalSteps, seed } = this.#plan;
    const block = new HyperBlock(firstStep, count);
    for (let i = 0; i < count; i++) {
      const step = firstStep + i;
      const rate = rateFactor * rateAt(optimiser, step, totalSteps);
      const scalars = optimiser.kind === 'adam' ? adamScalars(optimiser, rate, step) : { rate, epsilon: 0 };
      block.put(i, { ...scalars, key: noiseKey(seed, step, 'training'), walks: this.#walks(step) });
    }
    return block.bytes;
  }

  /** A report at `step`. */
  report(step: number): ArrayBuffer {
    const key = noiseKey(this.#plan.seed, step, 'report');
    return this.#still(step, [{ key, walks: this.#walks(step) }]);
  }

  /** `count` candidates of `step`, from number `first`. */
  candidates(step: number, first: number, count: number): ArrayBuffer {
    const walks = this.#walks(step);
    const entries = Array.from({ length: count }, (_, k) => ({
      key: noiseKey(this.#plan.seed, step, { candidate: first + k }),
      walks,
    }));
    return this.#still(step, entries);
  }

  /** Light without noise at `step`. */
  quiet(step: number): ArrayBuffer {
    return this.#still(step, [{ key: undefined, walks: this.#walks(step) }]);
  }

  #still(
    step: number,
    entries: readonly { readonly key: number | undefined; readonly walks: Walks }[],
  ): ArrayBuffer {
    const block = new HyperBlock(step, entries.length);
    entries.forEach((entry, i) => {
      block.put(i, { rate: 0, epsilon: 0, ...entry });
    });
    return block.bytes;
  }

  #walks(step: number): Walks {
    return this.#walk?.at(step) ?? NO_WALKS;
  }
}

const NO_WALKS: Walks = [0, 0, 0, 0];

interface Presentation {
  readonly rate: number;
  readonly epsilon: number;
  /** Seed of the noise; undefined: none is drawn. */
  readonly key: number | undefined;
  readonly walks: Walks;
}

class HyperBlock {
  readonly bytes: ArrayBuffer;
  readonly #floats: Float32Array;
  readonly #words: Uint32Array;

  constructor(firstStep: number, count: number) {
    this.bytes = new ArrayBuffer(HYPER_HEAD + STEP_BYTES * count);
    this.#floats = new Float32Array(this.bytes);
    this.#words = new Uint32Array(this.bytes);
    this.#words[0] = firstStep;
  }

  put(index: number, { rate, epsilon, key, walks }: Presentation): void {
    const at = (HYPER_HEAD + STEP_BYTES * index) / 4;
    this.#floats.set([rate, epsilon], at);
    this.#words[at + 2] = key ?? 0;
    this.#floats[at + 3] = key === undefined ? 0 : 1;
    this.#floats.set(walks, at + 4);
  }
}
