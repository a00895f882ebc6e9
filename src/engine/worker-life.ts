import * as Comlink from 'comlink';
import type { Fault } from '../lib/fault';
import { PhotonicError, toFault } from '../lib/fault';
import type { Result } from '../lib/result';
import type { EngineHost } from './engine-host';

/** While an answer is awaited, the worker is asked this often whether it lives, milliseconds… */
const PING_MS = 5000;

/**
 * …and given up after this many unanswered looks: a minute, longer than any single computation should
 * block it. Looks are counted instead of time, which also passes while a laptop sleeps.
 */
const MAX_SILENT_LOOKS = 12;

/** One worker from its start to its end: whoever waits for an answer learns of its death. */
export class WorkerLife {
  readonly host: Comlink.Remote<EngineHost>;
  readonly #worker: Worker;
  readonly #waiting = new Set<(error: PhotonicError) => void>();
  readonly #mourners = new Set<(fault: Fault) => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #silentLooks = 0;
  #over = false;

  constructor(start: () => Worker) {
    this.#worker = start();
    this.host = Comlink.wrap<EngineHost>(this.#worker);
    this.#worker.addEventListener('error', (event) => {
      // A script that could not be loaded gives a bare event, against its declared type.
      this.#die(died(event.message || 'its script could not be loaded'));
    });
    this.#worker.addEventListener('messageerror', () => {
      this.#die(died('a message could not be read'));
    });
  }

  get over(): boolean {
    return this.#over;
  }

  /** The value of an answer; rejects with its fault, or with the worker's end. */
  readonly ask = <T>(answer: Promise<Result<T>>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (this.#over) {
        reject(new PhotonicError(ended()));
        return;
      }
      this.#waiting.add(reject);
      this.#watch();
      const done = () => {
        this.#waiting.delete(reject);
        if (this.#waiting.size === 0) this.#rest();
      };
      void answer
        .then(
          (result) => {
            if (result.ok) resolve(result.value);
            else reject(new PhotonicError(result.fault));
          },
          (thrown: unknown) => {
            reject(new PhotonicError(toFault(thrown, 'engine/unreachable')));
          },
        )
        .finally(done);
    });

  /** Calls `listener` if the worker dies; the returned function takes that back. */
  onDeath(listener: (fault: Fault) => void): () => void {
    this.#mourners.add(listener);
    return () => {
      this.#mourners.delete(listener);
    };
  }

  /** Stops the worker on purpose. */
  end(): void {
    this.#mourners.clear();
    this.#die(ended());
  }

  #watch(): void {
    this.#timer ??= setInterval(() => {
      if (++this.#silentLooks > MAX_SILENT_LOOKS) {
        this.#die(died('it did not answer for a minute'));
        return;
      }
      void this.host.ping().then(() => {
        this.#silentLooks = 0;
      });
    }, PING_MS);
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#silentLooks = 0;
  }

  #die(fault: Fault): void {
    if (this.#over) return;
    this.#over = true;
    this.#rest();
    this.#worker.terminate();
    for (const reject of this.#waiting) reject(new PhotonicError(fault));
    this.#waiting.clear();
    for (const listener of this.#mourners) listener(fault);
    this.#mourners.clear();
  }
}

function died(cause: string): Fault {
  return {
    code: 'engine/worker-died',
    message: 'The engine stopped unexpectedly.',
    fix: 'Open the experiment again: it continues from the last saved progress, at most a few seconds back.',
    cause,
  };
}

function ended(): Fault {
  return { code: 'engine/closed', message: 'The engine is closed.', fix: 'Open the experiment again.' };
}
