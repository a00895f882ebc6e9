import type { TraceRequest } from '../desk/desk';
import type { ConvTrace } from './conv-trace';

/** Sending an image through a large network takes long: at most this share of a processor goes into it. */
const SHARE = 0.25;

/**
 * The newest image on its way through the convolution on screen. One is traced at a time, and of those asked
 * for meanwhile only the last.
 */
export class ConvLamp {
  readonly #ask: (request: TraceRequest) => Promise<ConvTrace>;
  readonly #changed: () => void;
  #trace: ConvTrace | undefined;
  #wanted: TraceRequest | undefined;
  #isBusy = false;
  /** Counts networks: what an older one still answers is ignored. */
  #generation = 0;

  /** @param changed another trace is here */
  constructor(ask: (request: TraceRequest) => Promise<ConvTrace>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  get trace(): ConvTrace | undefined {
    return this.#trace;
  }

  /** Another network, or none: nothing that is known holds any more. */
  forget(): void {
    this.#generation++;
    this.#trace = undefined;
    this.#wanted = undefined;
  }

  want(request: TraceRequest): void {
    this.#wanted = request;
    if (!this.#isBusy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#wanted !== undefined) {
      const request = this.#wanted;
      const generation = this.#generation;
      this.#wanted = undefined;
      const start = performance.now();
      try {
        const trace = await this.#ask(request);
        if (generation === this.#generation) {
          this.#trace = trace;
          this.#changed();
        }
      } catch (thrown) {
        // The picture stays as it is; the next change asks again.
        if (generation === this.#generation) console.warn('Tracing the convolution failed', thrown);
      }
      if (this.#wanted !== undefined) await rest((performance.now() - start) * (1 / SHARE - 1));
    }
    this.#isBusy = false;
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
