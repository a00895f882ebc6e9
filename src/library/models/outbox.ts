import type { IDBPTransaction } from 'idb';
import type { Fault } from '../../lib/fault';
import type { LibrarySchema } from '../store/database';
import { openLibrary } from '../store/database';
import { newId } from '../store/page-life';
import type { OutboxEntry, SyncedModel } from './sync-records';

/** The queue of changes that have not been sent. Everything rejects where the browser refuses its database. */

type Store = 'models' | 'model-versions' | 'model-files' | 'outbox' | 'synced';
export type ModelTransaction = IDBPTransaction<LibrarySchema, Store[], 'readwrite'>;

/** Stores that a change of a model may touch. */
export const MODEL_STORES: Store[] = ['models', 'model-versions', 'model-files', 'outbox', 'synced'];

/** Notes a change inside the transaction that makes it; what is noted already stays noted. */
export async function noteChange(
  transaction: ModelTransaction,
  model: string,
  change: { readonly head?: boolean; readonly versions?: readonly string[]; readonly erase?: boolean },
): Promise<void> {
  const store = transaction.objectStore('outbox');
  const before = await store.get(model);
  const isErased = change.erase === true;
  await store.put({
    model,
    head: !isErased && ((before?.head ?? false) || change.head === true),
    versions: isErased ? [] : [...new Set([...(before?.versions ?? []), ...(change.versions ?? [])])],
    erase: isErased,
    at: Date.now(),
    change: newId(),
    attempts: 0,
    retryAt: 0,
  });
}

/** All that waits, the oldest change first. */
export async function outboxEntries(): Promise<readonly OutboxEntry[]> {
  const all = await (await openLibrary()).getAll('outbox');
  return all.sort((a, b) => a.at - b.at);
}

/** What has arrived. */
export interface Sent {
  /** {@link OutboxEntry.change} of the entry as it was read before it was sent. */
  readonly change: string;
  readonly head?: boolean;
  readonly versions?: readonly string[];
  readonly erase?: boolean;
}

/**
 * Takes from the outbox what has arrived, and writes what is agreed on from now, in one transaction. A head that was
 * changed again meanwhile stays to be sent. Answers with what is left, or undefined.
 */
export async function settleOutbox(
  model: string,
  sent: Sent,
  synced?: SyncedModel,
): Promise<OutboxEntry | undefined> {
  const transaction = (await openLibrary()).transaction(['outbox', 'synced'], 'readwrite');
  const outbox = transaction.objectStore('outbox');
  const entry = await outbox.get(model);
  const left = entry && without(entry, sent);
  if (left !== undefined) await outbox.put(left);
  else await outbox.delete(model);
  if (sent.erase === true) await transaction.objectStore('synced').delete(model);
  else if (synced !== undefined) await transaction.objectStore('synced').put(synced);
  await transaction.done;
  return left;
}

function without(entry: OutboxEntry, sent: Sent): OutboxEntry | undefined {
  const isSame = entry.change === sent.change;
  const head = entry.head && !(isSame && sent.head === true);
  const versions = entry.versions.filter((version) => sent.versions?.includes(version) !== true);
  const erase = entry.erase && sent.erase !== true;
  if (!head && versions.length === 0 && !erase) return undefined;
  return { ...entry, head, versions, erase };
}

/** Remembers that sending failed: when to try again, or why not. Nothing happens if nothing waits any more. */
export async function delayOutbox(
  model: string,
  delay: { readonly attempts: number; readonly retryAt: number; readonly fault?: Fault | undefined },
): Promise<void> {
  const transaction = (await openLibrary()).transaction('outbox', 'readwrite');
  const entry = await transaction.store.get(model);
  if (entry !== undefined) await transaction.store.put({ ...entry, ...delay, fault: delay.fault });
  await transaction.done;
}

export async function getSynced(model: string): Promise<SyncedModel | undefined> {
  return (await openLibrary()).get('synced', model);
}

export async function listSynced(): Promise<readonly SyncedModel[]> {
  return (await openLibrary()).getAll('synced');
}
