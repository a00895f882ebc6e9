import type { CloudModel } from '../records';
import type { SyncContext } from './context';
import { keepOther } from './conflict-copy';
import { fetchVersions } from './fetch-versions';
import { planMerge } from './plan-merge';
import { isOpenPolicy } from './open-policy';

/** Merging again after this device's person was quicker; each time they would have to change another field. */
const MOST_TRIES = 5;

/**
 * Takes what the cloud has of a model into this device's library. What waits here to be sent is kept; where both changed
 * the same, the other one's is kept as a model of its own. The revision is noted last, after the versions, so that
 * whatever is interrupted is done again.
 */
export async function applyRemote(
  context: SyncContext,
  id: string,
  remote: CloudModel,
  signal: AbortSignal,
): Promise<void> {
  if (!(await mergeHead(context, id, remote))) return;
  const versions = isOpenPolicy(remote.policy) ? await fetchVersions(context, id, signal) : [];
  await context.store.merge(id, ({ synced }) => {
    if (synced?.account !== context.uid) return undefined;
    const known = [...new Set([...synced.versions, ...versions])];
    return { synced: { ...synced, revision: remote.revision, versions: known } };
  });
}

/** Whether there was anything to take. */
async function mergeHead(context: SyncContext, id: string, remote: CloudModel): Promise<boolean> {
  const kept = new Set<string>();
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const { conflicts } = planMerge(context, id, await context.store.look(id), remote);
    // Kept before anything is overwritten; should the page go away in between, it is kept twice.
    if (conflicts.some((field) => !kept.has(field))) {
      await keepOther(context, id, remote);
      for (const field of conflicts) kept.add(field);
    }
    let state: 'merged' | 'nothing' | 'again' = 'again';
    await context.store.merge(id, (local) => {
      const plan = planMerge(context, id, local, remote);
      state = plan.conflicts.some((field) => !kept.has(field)) ? 'again' : plan.merged ? 'merged' : 'nothing';
      return state === 'merged' ? plan.merged : undefined;
    });
    if (state !== 'again') return state === 'merged';
  }
  return false;
}
