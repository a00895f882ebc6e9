import type { LocalModel, Merged } from '../../library/models/remote-models';
import type { ModelHead, SyncedModel } from '../../library/models/sync-records';
import type { CloudModel } from '../records';
import type { SyncContext } from './context';
import { fromCloud, headOf } from './head';
import { mergeHeads } from './merge-heads';

/** What would become of a model here. */
export interface MergePlan {
  /** Undefined: it stays as it is. */
  readonly merged?: Merged;
  readonly conflicts: readonly (keyof ModelHead)[];
}

const NOTHING: MergePlan = { conflicts: [] };

/** How a model in the cloud goes together with what is here. Pure. */
export function planMerge(
  { uid, device }: Pick<SyncContext, 'uid' | 'device'>,
  id: string,
  { model, outbox, synced }: LocalModel,
  remote: CloudModel,
): MergePlan {
  const isMine = synced?.account === uid;
  if (isMine && synced.revision === remote.revision) return NOTHING;
  // Erased here and still to be told, or work of another account in this browser.
  if (outbox?.erase === true || (outbox !== undefined && synced !== undefined && !isMine)) return NOTHING;
  const theirs = fromCloud(remote);
  const agreed: SyncedModel = {
    model: id,
    account: uid,
    revision: isMine ? synced.revision : 0,
    base: theirs,
    versions: isMine ? synced.versions : [],
  };
  const times = {
    createdAt: model?.createdAt ?? remote.createdAt.toMillis(),
    updatedAt: remote.updatedAt.toMillis(),
  };
  if (model === undefined || outbox === undefined)
    return { merged: { model: { id, ...theirs, ...times }, synced: agreed }, conflicts: [] };
  // Written last by this device: what differs from before was sent from here, only its answer was lost.
  const base = remote.device === device ? theirs : isMine ? synced.base : undefined;
  const { head, conflicts } = mergeHeads(base, headOf(model), theirs, outbox.versions.length > 0);
  const updatedAt = Math.max(model.updatedAt, times.updatedAt);
  return { merged: { model: { ...model, ...head, updatedAt }, synced: agreed }, conflicts };
}
