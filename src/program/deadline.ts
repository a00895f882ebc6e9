import type { PhotonicError } from '../lib/fault';

/** Time that runs out for a request, whatever is waited for; its signal stops the work. */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #stop: () => void;

  /** @param caller aborted where nobody waits for the answer any more */
  constructor(timeout: number, caller: AbortSignal) {
    this.signal = this.#controller.signal;
    const abort = (): void => this.#controller.abort();
    this.#timer = setTimeout(abort, timeout);
    caller.addEventListener('abort', abort, { once: true });
    if (caller.aborted) abort();
    this.#stop = () => caller.removeEventListener('abort', abort);
  }

  /** What is waited for, or the fault once time is over. */
  async within<T>(work: Promise<T>, late: () => PhotonicError): Promise<T> {
    // Nobody may be left to hear that it failed, too.
    work.catch(() => undefined);
    const { signal } = this;
    let over: (() => void) | undefined;
    const lateness = new Promise<never>((_, reject) => {
      over = () => reject(late());
      if (signal.aborted) over();
      else signal.addEventListener('abort', over, { once: true });
    });
    try {
      return await Promise.race([work, lateness]);
    } finally {
      if (over) signal.removeEventListener('abort', over);
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }
}
