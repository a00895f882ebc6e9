import { toCloudFault } from '../cloud-fault';
import { PhotonicError } from '../../lib/fault';

/**
 * A request that answers in time, or `cloud/unreachable`; `cloud/stopped` at once when `signal` aborts. The request
 * itself cannot be called back: whoever asks again must bear that it arrives after all.
 */
export async function within<T>(request: Promise<T>, patience: number, signal?: AbortSignal): Promise<T> {
  throwIfStopped(signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort: (() => void) | undefined;
  const interrupted = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer in time', 'TimeoutError')), patience);
    onAbort = () => reject(stopped());
    signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([request, interrupted]);
  } catch (thrown) {
    throw toCloudFault(thrown);
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
    request.catch(() => undefined);
  }
}

export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw stopped();
}

function stopped(): PhotonicError {
  return new PhotonicError({
    code: 'cloud/stopped',
    message: 'Sending was stopped.',
    fix: 'Your work is saved here. Choose Try again to send it.',
  });
}
