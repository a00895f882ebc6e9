import type { PhotonicError } from '../lib/fault';
import { aborted } from './engine-fault';

/** The page need not wait until the worker has noticed; the worker cleans up by itself. */
export function orAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  error: () => PhotonicError = aborted,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(error());
    };
    signal?.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal?.removeEventListener('abort', stop);
    });
  });
}
