import { openLibrary } from './database';

/** Small things by name, as plain values that the database clones. Both functions reject where the browser refuses. */

export async function readKept(name: string): Promise<unknown> {
  return (await openLibrary()).get('kept', name);
}

export async function writeKept(name: string, value: unknown): Promise<void> {
  const transaction = (await openLibrary()).transaction('kept', 'readwrite');
  const put = transaction.store.put(value, name);
  // As in documents.ts: a page that is being left still has it written.
  transaction.commit();
  await Promise.all([put, transaction.done]);
}
