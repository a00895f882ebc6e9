import { aborted } from './engine-fault';

/** The page need not wait until the worker has noticed; the worker cleans up by itself. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(aborted());
    };
    signal?.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal?.removeEventListener('abort', stop);
    });
  });
}
