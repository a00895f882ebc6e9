import type { TrainingState } from './backend';

/** Writes the newest state of a run in the background, one write at a time, and none twice. */
export class CheckpointWriter {
  readonly #write: (state: TrainingState) => Promise<void>;
  readonly #newest: () => TrainingState | undefined;
  #saved: TrainingState | undefined;
  #writing: Promise<void> | undefined;

  constructor(write: (state: TrainingState) => Promise<void>, newest: () => TrainingState | undefined) {
    this.#write = write;
    this.#newest = newest;
  }

  /** This state needs no writing: it is the run's start, or what was read. */
  skip(state: TrainingState): void {
    this.#saved = state;
  }

  /** What is written beside the state has changed: the same state is written again. */
  touch(): void {
    this.#saved = undefined;
  }

  /** Writes the newest state, unless a write is under way. */
  once(): void {
    this.#writing ??= this.#writeNewest().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when the state that is newest now, or a newer one, is written. */
  async flush(): Promise<void> {
    await this.#writing;
    this.once();
    await this.#writing;
  }

  async #writeNewest(): Promise<void> {
    const state = this.#newest();
    if (state === undefined || state === this.#saved) return;
    await this.#write(state);
    this.#saved = state;
  }
}
