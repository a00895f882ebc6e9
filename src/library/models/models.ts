import { PhotonicError } from '../../lib/fault';
import { openLibrary } from '../store/database';
import { newId } from '../store/page-life';
import type { Model } from './model-records';
import { modelsNews } from './models-news';
import type { ModelTransaction } from './outbox';
import { MODEL_STORES, noteChange } from './outbox';

/**
 * The models this browser keeps. Every change lies in one transaction with the note that it has to be sent, and is told
 * by {@link modelsNews} to all pages. Everything rejects with the browser's own error where the database is refused or full.
 */

/** What a person may change of a model after it was made. */
export type ModelChange = Partial<Omit<Model, 'id' | 'createdAt' | 'updatedAt'>>;

/** What a new model cannot do without; the rest begins empty, and seen by nobody but its owner. */
export type NewModel = Pick<Model, 'name'> & Partial<Omit<Model, 'id' | 'createdAt' | 'updatedAt'>>;

/** Models that are not deleted, or those that are; the one changed last first. */
export async function listModels(which: 'kept' | 'deleted' = 'kept'): Promise<readonly Model[]> {
  const all = await (await openLibrary()).getAll('models');
  return all
    .filter(({ deletedAt }) => (deletedAt === undefined) === (which === 'kept'))
    .sort((a, b) => b.updatedAt - a.updatedAt);
}

export async function getModel(id: string): Promise<Model | undefined> {
  return (await openLibrary()).get('models', id);
}

/** Makes a model; its first version is saved by `saveModelVersion`. */
export async function putModel(model: NewModel): Promise<Model> {
  const made = newModel(model);
  await changeModels(async (transaction) => {
    await transaction.objectStore('models').put(made);
    await noteChange(transaction, made.id, { head: true });
  });
  modelsNews.tell({ changed: [made] });
  return made;
}

/** A model as it begins, not stored yet. */
export function newModel(model: NewModel): Model {
  const now = Date.now();
  return withoutPlaintext({
    tags: [],
    note: '',
    live: undefined,
    policy: 'INTERNAL',
    people: {},
    workspace: undefined,
    owner: undefined,
    seal: undefined,
    deletedAt: undefined,
    ...model,
    id: newId(),
    createdAt: now,
    updatedAt: now,
  });
}

/** Of a classified model nothing readable is stored, whoever changes it: its seal holds name, tags and note. */
function withoutPlaintext(model: Model): Model {
  return model.seal === undefined ? model : { ...model, name: '', tags: [], note: '' };
}

/** Changes a model as it is now; undefined, and nothing happens, where it is not stored. */
export async function amendModel(
  id: string,
  change: ModelChange | ((model: Model) => ModelChange),
): Promise<Model | undefined> {
  let after: Model | undefined;
  await changeModels(async (transaction) => {
    const store = transaction.objectStore('models');
    const before = await store.get(id);
    if (before === undefined) return;
    const changed = typeof change === 'function' ? change(before) : change;
    after = withoutPlaintext({ ...before, ...changed, updatedAt: Date.now() });
    await store.put(after);
    await noteChange(transaction, id, { head: true });
  });
  if (after !== undefined) modelsNews.tell({ changed: [after] });
  return after;
}

/** Puts a model among the deleted ones; {@link restoreModel} undoes it until it is erased. */
export function deleteModel(id: string): Promise<Model | undefined> {
  return amendModel(id, { deletedAt: Date.now() });
}

export function restoreModel(id: string): Promise<Model | undefined> {
  return amendModel(id, { deletedAt: undefined });
}

/** Removes a model with its versions and their bytes, for good; sync erases it elsewhere. */
export async function eraseModel(id: string): Promise<void> {
  await changeModels(async (transaction) => {
    await removeModel(transaction, id);
    await noteChange(transaction, id, { erase: true });
  });
  modelsNews.tell({ deleted: [id] });
}

/** Erases models that were deleted longer ago than `keptFor` ms. */
export async function eraseOldModels(now: number, keptFor: number): Promise<void> {
  for (const { id, deletedAt } of await listModels('deleted'))
    if (deletedAt !== undefined && now - deletedAt > keptFor) await eraseModel(id);
}

/** Marks the version that links and the programming interface use; undefined: none any more. */
export async function deployVersion(id: string, version: string | undefined): Promise<Model | undefined> {
  if (version !== undefined) {
    const stored = await (await openLibrary()).get('model-versions', version);
    if (stored?.model !== id)
      throw new PhotonicError({
        code: 'models/no-version',
        message: 'This version is no longer there.',
        fix: 'Choose another version of the model.',
        where: version,
      });
  }
  return amendModel(id, { live: version });
}

/** Takes a model and all that belongs to it away, inside a transaction. */
export async function removeModel(transaction: ModelTransaction, id: string): Promise<void> {
  const versions = await transaction.objectStore('model-versions').index('model').getAllKeys(id);
  await Promise.all([
    transaction.objectStore('models').delete(id),
    ...versions.map((version) => transaction.objectStore('model-versions').delete(version)),
    ...versions.map((version) => transaction.objectStore('model-files').delete(version)),
  ]);
}

/** Runs a change in one transaction over all that belongs to models; all of it is there afterwards, or nothing. */
export async function changeModels(change: (transaction: ModelTransaction) => Promise<void>): Promise<void> {
  const transaction = (await openLibrary()).transaction(MODEL_STORES, 'readwrite');
  // Both are awaited: a refused request must not be reported twice, the second time by nobody.
  const done = transaction.done.catch((thrown: unknown) => ({ thrown }));
  try {
    await change(transaction);
  } catch (thrown) {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    await done;
    throw thrown;
  }
  const ended = await done;
  if (ended !== undefined) throw ended.thrown;
}
