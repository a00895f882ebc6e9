import type { SyncState } from '../../library/models/model-records';
import type { LocalModel } from '../../library/models/remote-models';
import { conflictKey } from './conflict-copy';
import type { LocalStore } from './local-store';

/** Where a model stands, as far as this device's library knows; undefined where it is another account's. */
export async function stateOf(store: LocalStore, uid: string, id: string): Promise<SyncState | undefined> {
  const conflict = await store.recall(conflictKey(id));
  return describe(await store.look(id), uid, typeof conflict === 'string' ? conflict : undefined);
}

/** @param copy the model that holds what another device made of this one */
export function describe(
  { model, outbox, synced }: LocalModel,
  uid: string,
  copy: string | undefined,
): SyncState | undefined {
  if (synced !== undefined ? synced.account !== uid : model?.owner !== undefined && model.owner !== uid)
    return undefined;
  if (outbox?.fault !== undefined) return { kind: 'refused', fault: outbox.fault };
  if (copy !== undefined) return { kind: 'conflict', copy };
  if (outbox !== undefined)
    return outbox.retryAt > 0 ? { kind: 'waiting', retryAt: outbox.retryAt } : { kind: 'waiting' };
  return synced === undefined || synced.revision === 0
    ? { kind: 'local' }
    : { kind: 'synced', at: model?.updatedAt ?? 0 };
}
