import { PhotonicError } from '../lib/fault';
import type { BenchRow } from './row';

/** What the worker says of a row. */
export type RowAnswer = { readonly row: BenchRow } | { readonly failed: string };

/**
 * Measures one row in a worker of its own, so that the page stays responsive.
 * @param signal ends the worker, with all that it started
 * @throws PhotonicError `bench/row-failed`; the signal's reason where it was stopped
 */
export function measureRow(id: string, signal: AbortSignal): Promise<BenchRow> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module', name: 'bench' });
  return new Promise<BenchRow>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<RowAnswer>) => {
      if ('row' in data) resolve(data.row);
      else reject(rowFailed(id, data.failed));
    });
    worker.addEventListener('error', ({ message }) => reject(rowFailed(id, message)));
    worker.postMessage(id);
  }).finally(() => worker.terminate());
}

function rowFailed(id: string, cause: string): PhotonicError {
  return new PhotonicError({
    code: 'bench/row-failed',
    message: `The row ${id} ended in an error: ${cause}`,
    fix: 'The other rows are not affected. Measure it again; if it fails again, this browser may lack what it needs.',
    where: id,
    cause,
  });
}
