import type { Fault } from '../../lib/fault';
import type { OutboxEntry } from '../../library/models/sync-records';
import { toCloudFault } from '../cloud-fault';
import { retryDelay } from './backoff';
import type { SyncContext } from './context';
import { pushModel } from './push-model';

/** Busy with ourselves so often, a model is left for a person to look at. */
const MOST_BUSY = 8;
/** A quota is looked at again after this long, at most. */
const QUOTA_MS = 30 * 60_000;

/** Faults that concern all models alike: nothing more is sent before they pass. */
const STOPPING = ['cloud/unreachable', 'cloud/too-many-changes', 'cloud/signed-out'];

export interface QueueEvents {
  readonly onBegin: (model: string, done: number, total: number) => void;
  readonly onEnd: (model: string) => Promise<void>;
  /** Asks for a fresh token with the account's present roles, and whether the session goes on; rejects if it has ended. */
  readonly onDenied: () => Promise<void>;
  /** A signal for one model's turn, which a person can stop. */
  readonly signalFor: (model: string) => AbortSignal;
}

/**
 * Sends what is due of this account, one model after the other. What is refused keeps its reason and lets the others
 * pass; rejects with a fault that concerns all of them.
 */
export async function pushQueue(context: SyncContext, events: QueueEvents): Promise<void> {
  const due: OutboxEntry[] = [];
  for (const entry of await context.store.outbox())
    if (isDue(entry, context.now()) && (await isOurs(context, entry))) due.push(entry);
  for (const [index, entry] of due.entries()) {
    events.onBegin(entry.model, index, due.length);
    try {
      await pushOne(context, entry, events);
    } finally {
      await events.onEnd(entry.model);
    }
  }
}

/** When the next of what waits is due, ms since 1970; undefined: nothing waits for a time. */
export function nextDue(entries: readonly OutboxEntry[]): number | undefined {
  const times = entries.filter(({ retryAt }) => retryAt > 0).map(({ retryAt }) => retryAt);
  return times.length === 0 ? undefined : Math.min(...times);
}

function isDue({ fault, retryAt }: OutboxEntry, now: number): boolean {
  return fault === undefined ? retryAt <= now : retryAt > 0 && retryAt <= now;
}

/** Whether this account may send it: its own, or what is shared with it. */
async function isOurs({ store, uid }: SyncContext, entry: OutboxEntry): Promise<boolean> {
  const { model, synced } = await store.look(entry.model);
  if (synced !== undefined) return synced.account === uid;
  return model === undefined ? entry.erase : model.owner === uid;
}

async function pushOne(context: SyncContext, entry: OutboxEntry, events: QueueEvents): Promise<void> {
  const signal = events.signalFor(entry.model);
  try {
    try {
      await pushModel(context, entry.model, signal);
    } catch (thrown) {
      if (toCloudFault(thrown).fault.code !== 'cloud/denied') throw thrown;
      // The role may have changed since the token was given out, or the session may have been ended elsewhere.
      await events.onDenied();
      await pushModel(context, entry.model, signal);
    }
  } catch (thrown) {
    const error = toCloudFault(thrown, entry.model);
    if (STOPPING.includes(error.fault.code)) throw error;
    await context.store.delay(entry.model, delayFor(context, entry, error.fault));
  }
}

function delayFor(
  { now, random }: SyncContext,
  { attempts: before }: OutboxEntry,
  fault: Fault,
): Pick<OutboxEntry, 'attempts' | 'retryAt' | 'fault'> {
  const attempts = before + 1;
  if (fault.code === 'cloud/busy' && attempts < MOST_BUSY)
    return { attempts, retryAt: now() + retryDelay(attempts, random), fault: undefined };
  if (fault.code === 'cloud/quota')
    return { attempts, retryAt: now() + QUOTA_MS * (0.5 + 0.5 * random()), fault };
  return { attempts, retryAt: 0, fault };
}
