import * as Comlink from 'comlink';
import type { FieldBatch } from '../../data/fields';
import { PhotonicError } from '../../lib/fault';
import { interfaceWords } from '../words/interface';
import type { InferenceWorker } from './inference.worker';
import type { Lit } from './propagate';

let open: { readonly worker: Worker; readonly remote: Comlink.Remote<InferenceWorker> } | undefined;

/**
 * Sends samples through a network in a worker of its own, which starts with the first of them.
 * @param signal ends the worker: what it computes cannot be interrupted otherwise
 * @throws PhotonicError `studio/inference` where the worker broke; the signal's reason
 */
export function askInference(lit: Lit, fields: FieldBatch, signal?: AbortSignal): Promise<FieldBatch> {
  const { worker, remote } = (open ??= start());
  return new Promise<FieldBatch>((resolve, reject) => {
    const broken = ({ message }: ErrorEvent): void => {
      stop(worker);
      reject(new PhotonicError({ code: 'studio/inference', ...interfaceWords.stopped(message) }));
    };
    const abort = (): void => {
      stop(worker);
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('', 'AbortError'));
    };
    const settle = (): void => {
      worker.removeEventListener('error', broken);
      signal?.removeEventListener('abort', abort);
    };
    worker.addEventListener('error', broken);
    signal?.addEventListener('abort', abort);
    remote.propagate(lit, fields).then(resolve, reject).finally(settle);
  });
}

function start(): NonNullable<typeof open> {
  const worker = new Worker(new URL('./inference.worker.ts', import.meta.url), {
    type: 'module',
    name: 'inference',
  });
  return { worker, remote: Comlink.wrap<InferenceWorker>(worker) };
}

function stop(worker: Worker): void {
  worker.terminate();
  if (open?.worker === worker) open = undefined;
}
