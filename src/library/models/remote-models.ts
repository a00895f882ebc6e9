import type { Bytes } from '../../data/bytes';
import type { Model, ModelVersion } from './model-records';
import { changeModels, removeModel } from './models';
import { modelsNews } from './models-news';
import type { OutboxEntry, SyncedModel } from './sync-records';

/** The door for sync: changes that come from the cloud are not noted to be sent there. */

/** What this browser has of a model at the moment of a merge. */
export interface LocalModel {
  readonly model: Model | undefined;
  readonly outbox: OutboxEntry | undefined;
  readonly synced: SyncedModel | undefined;
}

/** What is to be there afterwards; what is left out stays as it is. */
export interface Merged {
  readonly model?: Model;
  readonly outbox?: OutboxEntry;
  readonly synced?: SyncedModel;
}

/**
 * Merges a model that came from the cloud with what is here, in one transaction: `merge` sees what is here at that
 * moment and must not wait. Answers with the model as it is then.
 */
export async function applyRemoteModel(
  id: string,
  merge: (local: LocalModel) => Merged | undefined,
): Promise<Model | undefined> {
  let after: Model | undefined;
  let hasChanged = false;
  await changeModels(async (transaction) => {
    const models = transaction.objectStore('models');
    const [model, outbox, synced] = await Promise.all([
      models.get(id),
      transaction.objectStore('outbox').get(id),
      transaction.objectStore('synced').get(id),
    ]);
    const merged = merge({ model, outbox, synced });
    after = merged?.model ?? model;
    hasChanged = merged?.model !== undefined;
    if (merged?.model !== undefined) await models.put(merged.model);
    if (merged?.outbox !== undefined) await transaction.objectStore('outbox').put(merged.outbox);
    if (merged?.synced !== undefined) await transaction.objectStore('synced').put(merged.synced);
  });
  if (hasChanged && after !== undefined) modelsNews.tell({ changed: [after] });
  return after;
}

/**
 * Stores a version that came from the cloud, or its bytes when they arrive later; their checksum must have been verified.
 * Bytes that are here already stay. Nothing happens where the model is not here.
 */
export async function applyRemoteVersion(version: ModelVersion, bytes?: Bytes): Promise<void> {
  let head: Model | undefined;
  await changeModels(async (transaction) => {
    head = await transaction.objectStore('models').get(version.model);
    if (head === undefined) return;
    const files = transaction.objectStore('model-files');
    const isHere = bytes !== undefined || (await files.getKey(version.id)) !== undefined;
    await transaction.objectStore('model-versions').put({ ...version, isHere });
    if (bytes !== undefined) await files.put({ id: version.id, bytes });
  });
  if (head !== undefined) modelsNews.tell({ changed: [head] });
}

/** Removes what was erased elsewhere, or may no longer be seen here, with its notes for sync. */
export async function forgetModel(id: string): Promise<void> {
  await changeModels(async (transaction) => {
    await removeModel(transaction, id);
    await transaction.objectStore('outbox').delete(id);
    await transaction.objectStore('synced').delete(id);
  });
  modelsNews.tell({ deleted: [id] });
}
