import type { Clock } from './clock';
import { createClock } from './clock';

/** Milliseconds of computing after which messages are let in. */
const BREATH_MS = 10;

/** Lets a long computation on the worker's own thread be interrupted by messages. */
export class Interruption {
  readonly #signal: AbortSignal | undefined;
  readonly #clock: Clock;
  #last: number;

  constructor(signal: AbortSignal | undefined, clock = createClock()) {
    this.#signal = signal;
    this.#clock = clock;
    this.#last = clock.now();
  }

  /**
   * Call between pieces of work.
   * @throws the signal's reason once it is aborted
   */
  async point(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (this.#signal === undefined || this.#clock.now() - this.#last < BREATH_MS) return;
    await this.#clock.breathe();
    this.#last = this.#clock.now();
    this.#signal.throwIfAborted();
  }
}
