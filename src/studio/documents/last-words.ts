import { validateExperiment } from '../../experiment/validate';
import { getDocument, putDocument } from '../../library/store/documents';
import type { StoredHistory } from '../../library/store/documents';
import type { StoredDocument } from '../../library/store/records';
import { safeStorage } from '../state/safe-storage';

/**
 * What the database has not confirmed when a page is left. A database may not even be open in the moment a page goes
 * away, and what is asked of it then may never be done; this storage answers at once.
 */

export interface Unsaved {
  readonly document: StoredDocument;
  readonly history: StoredHistory | undefined;
}

const PREFIX = 'photonic-unsaved/';

/** Keeps it until the database has it; a storage that is full or refused leaves things as they are without it. */
export function leaveWord({ document, history }: Unsaved): void {
  const write = (unsaved: Unsaved): void =>
    safeStorage().setItem(PREFIX + document.id, JSON.stringify(unsaved));
  try {
    write({ document, history });
  } catch {
    try {
      write({ document, history: undefined });
    } catch (thrown) {
      console.warn('What is not saved yet could not be put aside', thrown);
    }
  }
}

/** The database has this document now. */
export function forgetWord(id: string): void {
  safeStorage().removeItem(PREFIX + id);
}

/** Brings what an earlier page had to leave behind into the database, where nothing newer is there. */
export async function takeWords(): Promise<void> {
  const storage = safeStorage();
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const left = read(storage.getItem(key));
    if (left !== undefined) {
      const stored = await getDocument(left.document.id);
      if (stored === undefined || stored.updatedAt < left.document.updatedAt)
        await putDocument(left.document, left.history);
    }
    storage.removeItem(key);
  }
}

/** Undefined for what somebody else wrote there. */
function read(text: string | null): Unsaved | undefined {
  try {
    const { document, history } = JSON.parse(text ?? '') as Unsaved;
    const { id, createdAt, updatedAt, tags } = document;
    const experiment = validateExperiment(document.experiment);
    const isSound =
      typeof id === 'string' &&
      Number.isFinite(createdAt) &&
      Number.isFinite(updatedAt) &&
      Array.isArray(tags);
    if (!isSound || !experiment.ok) return undefined;
    const named = tags.filter((tag) => typeof tag === 'string');
    const whole = {
      id,
      createdAt,
      updatedAt,
      tags: named,
      deletedAt: undefined,
      experiment: experiment.value,
    };
    return { document: whole, history };
  } catch {
    return undefined;
  }
}
