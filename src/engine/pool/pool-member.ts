/** What a pool's worker says: that it is ready, then one answer per request, in their order. */
export type PoolWord<Answer> =
  { readonly kind: 'ready' } | { readonly kind: 'answer'; readonly answer: Answer };

/** The part of a worker that a pool uses. */
export type PoolWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** A request under way. */
export interface Pending<Answer> {
  /** Undefined once the worker is lost. */
  readonly answer: Promise<Answer | undefined>;
  /** Gives the worker up unless it answers within so many milliseconds. */
  hurry(patience: number): void;
}

/** One worker of a pool. When it fails, every open question is answered with undefined, and it is never asked again. */
export class PoolMember<Request, Answer> {
  readonly #worker: PoolWorker;
  readonly #open: ((answer: Answer | undefined) => void)[] = [];
  #state: 'starting' | 'ready' | 'lost' = 'starting';

  /** @param opening first message: what the worker is for */
  constructor(worker: PoolWorker, opening: unknown) {
    this.#worker = worker;
    worker.addEventListener('message', ((event: MessageEvent<PoolWord<Answer>>) => {
      if (event.data.kind === 'answer') this.#open.shift()?.(event.data.answer);
      else if (this.#state === 'starting') this.#state = 'ready';
    }) as EventListener);
    for (const failure of ['error', 'messageerror']) {
      worker.addEventListener(failure, (event) => {
        // Handled here: the work is done elsewhere.
        event.preventDefault();
        this.end();
      });
    }
    worker.postMessage(opening);
  }

  get isReady(): boolean {
    return this.#state === 'ready';
  }

  ask(request: Request): Pending<Answer> {
    if (this.#state === 'lost') return { answer: Promise.resolve(undefined), hurry: () => undefined };
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const answer = new Promise<Answer | undefined>((resolve) => {
      this.#open.push((said) => {
        isOpen = false;
        clearTimeout(timer);
        resolve(said);
      });
    });
    this.#worker.postMessage(request);
    return {
      answer,
      hurry: (patience) => {
        if (!isOpen) return;
        timer = setTimeout(() => {
          this.end();
        }, patience);
      },
    };
  }

  end(): void {
    this.#state = 'lost';
    this.#worker.terminate();
    for (const answer of this.#open.splice(0)) answer(undefined);
  }
}
