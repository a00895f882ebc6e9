import { classifiedFault } from '../../cloud/classified/classified-fault';
import { notify } from '../state/notify';
import { safeStorage } from '../state/safe-storage';
import { useDocument } from './document-store';

const KEY = 'photonic-classified-documents';
/** More would only fill the storage; documents of long ago may be shared again then. */
const MOST = 500;

/** Remembers that a document came out of a classified model. */
export function markClassified(document: string): void {
  const others = marked().filter((each) => each !== document);
  safeStorage().setItem(KEY, JSON.stringify([...others, document].slice(-MOST)));
}

/** Whether what is on the chip may be shared and exported; says why where it may not. */
export function mayLeaveBrowser(): boolean {
  if (!marked().includes(useDocument.getState().id)) return true;
  const { message, fix } = classifiedFault('no-export');
  notify('warning', message, { id: 'classified', description: fix });
  return false;
}

function marked(): readonly string[] {
  try {
    const read: unknown = JSON.parse(safeStorage().getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
  } catch {
    // Somebody else wrote there.
    return [];
  }
}
