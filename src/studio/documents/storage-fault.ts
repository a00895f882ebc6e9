import type { Fault } from '../../lib/fault';
import { documentWords } from '../words/documents';

/** Why something could not be kept in this browser, and what to do. */
export function storageFault(thrown: unknown): Fault {
  const isFull = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
  return {
    code: isFull ? 'studio/storage-full' : 'studio/storage-refused',
    ...(isFull ? documentWords.storageFull : documentWords.storageRefused),
    cause: String(thrown),
  };
}
