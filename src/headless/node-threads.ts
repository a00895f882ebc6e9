import { Worker } from 'node:worker_threads';
import type { PoolWorker } from '../engine/pool/pool-member';
import type { Threads } from '../engine/pool/conv-crew';

/** Threads for convolutional networks: workers of Node that look like those of a page. */
export function nodeThreads(count: number, script: URL): Threads {
  return { count, spawn: () => new NodePoolWorker(new Worker(script)) };
}

class NodePoolWorker implements PoolWorker {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
    // A crew that is forgotten must not keep the process.
    worker.unref();
  }

  postMessage(message: unknown): void {
    this.#worker.postMessage(message);
  }

  terminate(): void {
    void this.#worker.terminate();
  }

  addEventListener(type: string, listener: unknown): void {
    const tell = listener as (event: Event) => void;
    this.#worker.on(type, (data: unknown) => {
      tell(Object.assign(new Event(type), { data }));
    });
  }
}
