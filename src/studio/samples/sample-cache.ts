import type { Run, SampleView } from '../../engine/protocol';
import { awaiting } from '../state/run-store';

/** Samples asked for at once, and the most that are kept: some megabytes. */
const AT_ONCE = 120;
const MOST = 6000;
/** Milliseconds in which what is wanted gathers. */
const FRAME_MS = 16;

/**
 * Samples of one split, fetched as they come into sight: what is wanted within one frame goes in one request, and
 * what was not looked at for longest is forgotten.
 */
export class SampleCache {
  readonly #run: Run;
  readonly #split: 'train' | 'test';
  readonly #known = new Map<number, SampleView>();
  readonly #asked = new Set<number>();
  #wanted: number[] = [];
  #isFetching = false;
  #version = 0;
  readonly #listeners = new Set<() => void>();

  constructor(run: Run, split: 'train' | 'test') {
    this.#run = run;
    this.#split = split;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  /** The sample if it is here; asks for it if not. */
  get(index: number): SampleView | undefined {
    const known = this.#known.get(index);
    if (known !== undefined) {
      this.#known.delete(index);
      this.#known.set(index, known);
    } else if (!this.#asked.has(index)) {
      this.#asked.add(index);
      this.#wanted.push(index);
      if (!this.#isFetching) setTimeout(() => void this.#fetch(), FRAME_MS);
      this.#isFetching = true;
    }
    return known;
  }

  async #fetch(): Promise<void> {
    // What was wanted last is most likely still in sight.
    const indices = this.#wanted.splice(-AT_ONCE);
    try {
      const views = await awaiting(this.#run.samples(this.#split, indices));
      for (const view of views) this.#known.set(view.index, view);
    } catch {
      // The run is closed: nobody looks any more.
      this.#wanted = [];
    }
    for (const index of indices) this.#asked.delete(index);
    for (const index of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(index);
    }
    this.#isFetching = this.#wanted.length > 0;
    this.#version++;
    for (const listener of this.#listeners) listener();
    if (this.#isFetching) await this.#fetch();
  }
}
