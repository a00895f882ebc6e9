/**
 * The newest of what another thread is asked for again and again. It answers one request at a time, and of those that
 * come meanwhile only the last.
 */
export class Lamp<Request, Answer> {
  readonly #ask: (request: Request) => Promise<Answer>;
  readonly #changed: () => void;
  readonly #rest: (took: number) => number;
  #newest: { readonly request: Request; readonly answer: Answer } | undefined;
  #wanted: Request | undefined;
  #isBusy = false;
  /** Counts networks: what an older one still answers is ignored. */
  #generation = 0;

  /**
   * @param changed another answer is here
   * @param rest milliseconds to wait before the next request when one took so many
   */
  constructor(
    ask: (request: Request) => Promise<Answer>,
    changed: () => void,
    rest: (took: number) => number,
  ) {
    this.#ask = ask;
    this.#changed = changed;
    this.#rest = rest;
  }

  get answer(): Answer | undefined {
    return this.#newest?.answer;
  }

  /** What the answer answers. */
  get answered(): Request | undefined {
    return this.#newest?.request;
  }

  /** Another network, or none: nothing that is known holds any more. */
  forget(): void {
    this.#generation++;
    this.#newest = undefined;
    this.#wanted = undefined;
  }

  want(request: Request): void {
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
        const answer = await this.#ask(request);
        if (generation === this.#generation) {
          this.#newest = { request, answer };
          this.#changed();
        }
      } catch (thrown) {
        // The picture stays as it is; the next change asks again.
        if (generation === this.#generation) console.warn('Tracing the light failed', thrown);
      }
      const pause = this.#rest(performance.now() - start);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#isBusy = false;
  }
}
