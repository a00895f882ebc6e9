import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { openLibrary } from './database';
import type { StoredDocument } from './records';
import { deleteVersion, listVersions } from './versions';

/** Experiments a person works on. Every function rejects where the browser refuses its database. */

/** Undo and redo of a document as far as they are kept; the step nearest to the present is the last of each. */
export interface StoredHistory {
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
}

/** Name of the document that was worked on last. */
const LAST = 'last-document';
/** Where version 1 of the database kept its only experiment. */
const FIRST = 'experiment';
const historyKey = (id: string): string => `history/${id}`;

/** The document, unless there is none or its experiment cannot be read. */
export async function getDocument(id: string): Promise<StoredDocument | undefined> {
  return readable(await (await openLibrary()).get('documents', id));
}

/** Documents that are not deleted, or those that are; the one changed last first. */
export async function listDocuments(which: 'kept' | 'deleted' = 'kept'): Promise<readonly StoredDocument[]> {
  const all = await (await openLibrary()).getAllFromIndex('documents', 'updatedAt');
  return all
    .reverse()
    .map(readable)
    .filter((document) => document !== undefined)
    .filter(({ deletedAt }) => (deletedAt === undefined) === (which === 'kept'));
}

/** Writes the document, with its history where that has changed, and remembers it as the last one. */
export async function putDocument(document: StoredDocument, history?: StoredHistory): Promise<void> {
  const transaction = (await openLibrary()).transaction(['documents', 'kept'], 'readwrite');
  const kept = transaction.objectStore('kept');
  const puts = [
    transaction.objectStore('documents').put(document),
    kept.put(document.id, LAST),
    ...(history === undefined ? [] : [kept.put(history, historyKey(document.id))]),
  ];
  // A page that is being left does not live to see the puts succeed; without this the browser would take them back.
  transaction.commit();
  await Promise.all([...puts, transaction.done]);
}

/** Changes what is known about a document, not its experiment; undefined where it is not stored. */
export async function amendDocument(
  id: string,
  change: Partial<Pick<StoredDocument, 'tags' | 'deletedAt' | 'experiment' | 'updatedAt'>>,
): Promise<StoredDocument | undefined> {
  const transaction = (await openLibrary()).transaction('documents', 'readwrite');
  const before = await transaction.store.get(id);
  const after = before && { ...before, ...change };
  if (after !== undefined) await transaction.store.put(after);
  await transaction.done;
  return after;
}

/** Undo and redo steps of a document that still can be read. */
export async function getHistory(id: string): Promise<StoredHistory> {
  const stored = await (await openLibrary()).get('kept', historyKey(id));
  const { past, future } = (stored ?? {}) as Partial<Record<keyof StoredHistory, unknown>>;
  return { past: valid(past), future: valid(future) };
}

/** The document worked on last; what an older studio kept becomes the first one. */
export async function lastDocument(now: number): Promise<StoredDocument | undefined> {
  const database = await openLibrary();
  await adoptFirst(now);
  const id = await database.get('kept', LAST);
  const last = typeof id === 'string' ? await getDocument(id) : undefined;
  if (last !== undefined && last.deletedAt === undefined) return last;
  return (await listDocuments())[0];
}

async function adoptFirst(now: number): Promise<void> {
  const transaction = (await openLibrary()).transaction(['documents', 'kept'], 'readwrite');
  const kept = transaction.objectStore('kept');
  const first = validateExperiment(await kept.get(FIRST));
  if (first.ok) {
    const document = { id: 'first', experiment: first.value, createdAt: now, updatedAt: now, tags: [] };
    await transaction.objectStore('documents').put({ ...document, deletedAt: undefined });
    await kept.put(document.id, LAST);
    await kept.delete(FIRST);
  }
  await transaction.done;
}

/** Removes a document for good, with its versions and history. */
export async function eraseDocument(id: string): Promise<void> {
  for (const version of await listVersions(id)) await deleteVersion(version.id);
  const transaction = (await openLibrary()).transaction(['documents', 'kept'], 'readwrite');
  await Promise.all([
    transaction.objectStore('documents').delete(id),
    transaction.objectStore('kept').delete(historyKey(id)),
    transaction.done,
  ]);
}

/** Erases documents that were deleted longer ago than `keptFor` ms. */
export async function eraseOldDocuments(now: number, keptFor: number): Promise<void> {
  for (const { id, deletedAt } of await listDocuments('deleted'))
    if (deletedAt !== undefined && now - deletedAt > keptFor) await eraseDocument(id);
}

function readable(stored: StoredDocument | undefined): StoredDocument | undefined {
  if (stored === undefined) return undefined;
  const experiment = validateExperiment(stored.experiment);
  return experiment.ok ? { ...stored, experiment: experiment.value } : undefined;
}

/** The longest readable run of steps up to the present, which both lists end at. */
function valid(steps: unknown): readonly Experiment[] {
  const found: Experiment[] = [];
  for (const step of Array.isArray(steps) ? steps.toReversed() : []) {
    const result = validateExperiment(step);
    if (!result.ok) break;
    found.push(result.value);
  }
  return found.reverse();
}
