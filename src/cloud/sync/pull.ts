import type { DocumentData, Query, QueryDocumentSnapshot, QueryConstraint } from 'firebase/firestore/lite';
import {
  collection,
  getDoc,
  getDocs,
  limit,
  orderBy,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore/lite';
import type { SyncedModel } from '../../library/models/sync-records';
import { applyRemote } from './apply-remote';
import type { SyncContext } from './context';
import { isFault } from './malformed';
import { modelPath } from './paths';
import { isId, readCloudModel } from './read-records';
import { within } from './within';

const PAGE = 100;
/** Commits are dated when they begin and seen when they end: what is that recent may not have been seen yet. */
const OVERLAP_MS = 10_000;

/** Up to where this account's models have been pulled, by the server's clock. */
const cursorKey = (uid: string): string => `sync-cursor/${uid}`;

/**
 * Takes what has changed in the cloud since the last time; with `all`, everything there is, which also shows what was
 * erased.
 */
export async function pull(context: SyncContext, all: boolean, signal: AbortSignal): Promise<void> {
  const { store, uid } = context;
  const cursor = await store.recall(cursorKey(uid));
  const since = all || typeof cursor !== 'number' ? 0 : cursor - OVERLAP_MS;
  const seen = new Set<string>();
  let latest = typeof cursor === 'number' ? cursor : 0;
  for (const { lot, isOfWorkspace } of queries(context)) {
    try {
      for await (const found of pages(context, lot, since, signal)) {
        latest = Math.max(latest, updatedAt(found));
        if (seen.has(found.id)) continue;
        seen.add(found.id);
        await take(context, found, signal);
      }
    } catch (thrown) {
      // A role that was withdrawn takes nothing but its workspace away.
      if (!isOfWorkspace || !isFault(thrown, 'cloud/denied')) throw thrown;
    }
  }
  if (all) await noticeErased(context, seen, signal);
  await store.remember(cursorKey(uid), latest);
}

/**
 * What this account may list: all that names it, its own among them, in no workspace and in each of its own; and what is
 * open in those.
 */
function queries({ uid, workspaces, cloud }: SyncContext): readonly Lot[] {
  const models = collection(cloud.firestore, 'models');
  const named = (workspace: string | null) =>
    query(models, where('workspace', '==', workspace), where('readers', 'array-contains', uid));
  const open = (workspace: string) =>
    query(models, where('workspace', '==', workspace), where('policy', 'in', ['PUBLIC', 'INTERNAL']));
  return [
    { lot: named(null), isOfWorkspace: false },
    ...workspaces.flatMap((workspace) => [
      { lot: named(workspace), isOfWorkspace: true },
      { lot: open(workspace), isOfWorkspace: true },
    ]),
  ];
}

interface Lot {
  readonly lot: Query;
  readonly isOfWorkspace: boolean;
}

type Found = QueryDocumentSnapshot<DocumentData>;

async function* pages(
  { patience }: SyncContext,
  lot: Query,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const from = Timestamp.fromMillis(Math.max(0, since));
  let after: readonly QueryConstraint[] = [];
  for (;;) {
    const page = query(lot, where('updatedAt', '>=', from), orderBy('updatedAt'), ...after, limit(PAGE));
    const { docs } = await within(getDocs(page), patience, signal);
    yield* docs;
    const last = docs.at(-1);
    if (docs.length < PAGE || last === undefined) return;
    after = [startAfter(last)];
  }
}

async function take(context: SyncContext, found: Found, signal: AbortSignal): Promise<void> {
  const remote = isId(found.id) ? readCloudModel(found.data()) : undefined;
  if (remote === undefined) {
    context.onProblem({ id: found.id, kind: 'malformed-model' });
    return;
  }
  try {
    await applyRemote(context, found.id, remote, signal);
  } catch (thrown) {
    // Withdrawn or erased between the list and the look.
    if (!isFault(thrown, 'cloud/denied', 'cloud/gone')) throw thrown;
  }
}

/** Looks at the models that were synced once and are not listed any more. */
async function noticeErased(
  context: SyncContext,
  seen: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  for (const synced of await context.store.listSynced()) {
    if (synced.account !== context.uid || synced.revision === 0 || seen.has(synced.model)) continue;
    const path = modelPath(context.cloud.firestore, synced.model);
    const is = await within(getDoc(path), context.patience, signal).then(
      (found) => (found.exists() ? 'there' : 'erased'),
      (thrown: unknown) => {
        if (isFault(thrown, 'cloud/denied')) return 'withdrawn';
        throw thrown;
      },
    );
    if (is !== 'there') await letGo(context, synced);
  }
}

/**
 * What waits to be sent decides itself. Other people's models go; one's own is put among the deleted ones, from where it
 * can be brought back, unless it was there already when it was erased.
 */
async function letGo({ store, uid, now }: SyncContext, synced: SyncedModel): Promise<void> {
  const { model, outbox } = await store.look(synced.model);
  if (model === undefined || outbox !== undefined) return;
  if (model.owner !== uid || model.deletedAt !== undefined) {
    await store.forget(synced.model);
    return;
  }
  await store.merge(synced.model, (local) =>
    local.model === undefined || local.outbox !== undefined
      ? undefined
      : {
          model: { ...local.model, deletedAt: now() },
          synced: { ...synced, revision: 0, versions: [] },
        },
  );
}

function updatedAt(found: Found): number {
  const at: unknown = found.get('updatedAt');
  return at instanceof Timestamp ? at.toMillis() : 0;
}
