import type { Gpu } from './gpu';

/** Submits the device may be behind: one runs while the next is recorded. */
const LIMIT = 2;

/** Holds the host back while the device is behind. */
export class InFlight {
  readonly #gpu: Gpu;
  readonly #waiting: Promise<void>[] = [];

  constructor(gpu: Gpu) {
    this.#gpu = gpu;
  }

  /** Call after a submit: waits until few enough are under way. `done` hears when this one is. */
  async follow(done?: () => void): Promise<void> {
    const finished = this.#gpu.wait(this.#gpu.device.queue.onSubmittedWorkDone()).then(done);
    // When the device breaks, the first rejection ends the call; the others' must not be left unheard.
    finished.catch(() => undefined);
    this.#waiting.push(finished);
    if (this.#waiting.length >= LIMIT) await this.#waiting.shift();
  }

  /** Waits for all. */
  async settle(): Promise<void> {
    await Promise.all(this.#waiting);
  }
}
