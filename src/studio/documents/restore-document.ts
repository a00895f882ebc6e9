import { getDocument, getHistory, lastDocument } from '../../library/store/documents';
import { rememberedInTab, rememberTab, useDocument } from './document-store';
import { claimDocument } from './document-tabs';
import { takeWords } from './last-words';
import { showDocument } from './show-document';
import { storageFault } from './storage-fault';

/** A database that does not answer, for one because an old tab keeps it from being upgraded, is not waited for. */
const ANSWER_MS = 3000;

/**
 * Brings back what this tab showed before, else what was worked on last.
 * @param preferred the document of a tab that ended unexpectedly
 */
export async function restoreDocument(preferred?: string): Promise<void> {
  try {
    await inTime(takeWords());
    const document = await inTime(find(rememberedInTab() ?? preferred));
    if (document !== undefined) showDocument(document, await inTime(getHistory(document.id)));
  } catch (thrown) {
    // Private windows may refuse the database: the studio then works in memory and in the address.
    useDocument.setState({ save: { kind: 'failed', fault: storageFault(thrown) } });
  }
  const { id } = useDocument.getState();
  rememberTab(id);
  await claimDocument(id);
}

async function find(wanted: string | undefined) {
  const own = wanted === undefined ? undefined : await getDocument(wanted);
  return own !== undefined && own.deletedAt === undefined ? own : lastDocument(Date.now());
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject);
    setTimeout(() => reject(new DOMException('The database does not answer.', 'TimeoutError')), ANSWER_MS);
  });
}
