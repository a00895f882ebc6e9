import type { Bytes } from '../../data/bytes';
import { sha256 } from '../../data/bytes';
import { PhotonicError } from '../../lib/fault';
import { openLibrary } from '../store/database';
import { newId } from '../store/page-life';
import type { Model, ModelSummary, ModelVersion } from './model-records';
import { SEALED_SUMMARY } from './model-records';
import type { NewModel } from './models';
import { changeModels, newModel } from './models';
import { modelsNews } from './models-news';
import { noteChange } from './outbox';

/** Versions of models; never changed once saved. As in models.ts, a version and the note to send it are one transaction. */

export interface NewVersion {
  readonly title: string;
  /** A studio archive, sealed if the model is classified. */
  readonly bytes: Bytes;
  readonly summary: ModelSummary;
  /** The account that saves it; undefined: none. */
  readonly by: string | undefined;
  /** The version it was made from; left out: the latest. */
  readonly parent?: string | undefined;
}

/** Saves a version of a model. Rejects with `models/gone` where the model has been erased. */
export async function saveModelVersion(model: string, version: NewVersion): Promise<ModelVersion> {
  const digest = await sha256(version.bytes);
  let saved: ModelVersion | undefined;
  let head: Model | undefined;
  await changeModels(async (transaction) => {
    head = await transaction.objectStore('models').get(model);
    if (head === undefined) throw gone(model);
    const others = await transaction.objectStore('model-versions').index('model').getAll(model);
    const latest = others.sort(byAge).at(-1);
    const parent = version.parent ?? latest?.id;
    // A clock that was set back must not change the order.
    const createdAt = Math.max(Date.now(), (latest?.createdAt ?? 0) + 1);
    saved = versionOf(head, { ...version, parent }, digest, createdAt);
    head = { ...head, updatedAt: Date.now() };
    await Promise.all([
      transaction.objectStore('models').put(head),
      transaction.objectStore('model-versions').put(saved),
      transaction.objectStore('model-files').put({ id: saved.id, bytes: version.bytes }),
    ]);
    await noteChange(transaction, model, { versions: [saved.id] });
  });
  modelsNews.tell({ changed: [head!] });
  return saved!;
}

/**
 * A new model with its first versions, oldest first, in one transaction. Their parents are the ones before them.
 * @param isLive whether the last of them is deployed
 */
export async function createModel(
  model: NewModel,
  versions: readonly NewVersion[],
  isLive = false,
): Promise<Model> {
  let made = newModel(model);
  const digests = await Promise.all(versions.map(({ bytes }) => sha256(bytes)));
  await changeModels(async (transaction) => {
    const ids: string[] = [];
    for (const [index, version] of versions.entries()) {
      const parent = ids.at(-1);
      const saved = versionOf(made, { ...version, parent }, digests[index]!, made.createdAt + index);
      ids.push(saved.id);
      await transaction.objectStore('model-versions').put(saved);
      await transaction.objectStore('model-files').put({ id: saved.id, bytes: version.bytes });
    }
    if (isLive) made = { ...made, live: ids.at(-1) };
    await transaction.objectStore('models').put(made);
    await noteChange(transaction, made.id, { head: true, versions: ids });
  });
  modelsNews.tell({ changed: [made] });
  return made;
}

/** Versions of a model, the newest first. */
export async function listModelVersions(model: string): Promise<readonly ModelVersion[]> {
  const all = await (await openLibrary()).getAllFromIndex('model-versions', 'model', model);
  return all.sort(byAge).reverse();
}

/** Versions of all models, in no order. */
export async function listAllVersions(): Promise<readonly ModelVersion[]> {
  return (await openLibrary()).getAll('model-versions');
}

export async function getModelVersion(id: string): Promise<ModelVersion | undefined> {
  return (await openLibrary()).get('model-versions', id);
}

/** Bytes of a version's archive; undefined where they are not in this browser. Their checksum is not looked at here. */
export async function getModelFile(version: string): Promise<Bytes | undefined> {
  return (await (await openLibrary()).get('model-files', version))?.bytes;
}

/**
 * A copy of a model with all its versions that are in this browser. It belongs to `owner` alone, whoever may see the
 * original, and nothing of it is deployed.
 */
export async function duplicateModel(
  id: string,
  name: string,
  owner: string | undefined,
): Promise<Model | undefined> {
  const database = await openLibrary();
  const original = await database.get('models', id);
  if (original === undefined) return undefined;
  const versions: NewVersion[] = [];
  for (const { id: version, title, summary } of (await listModelVersions(id)).toReversed()) {
    const bytes = await getModelFile(version);
    if (bytes !== undefined) versions.push({ title, summary, bytes, by: owner });
  }
  const { tags, note, policy, seal } = original;
  return createModel({ name, tags, note, policy, seal, owner }, versions);
}

function versionOf(
  { id: model, seal }: Model,
  version: NewVersion,
  digest: string,
  createdAt: number,
): ModelVersion {
  const { by, parent, bytes } = version;
  // Of a classified model nothing readable is stored, whoever saves it.
  const { title, summary } = seal === undefined ? version : { title: '', summary: SEALED_SUMMARY };
  return {
    id: newId(),
    model,
    parent,
    title,
    createdAt,
    by,
    bytes: bytes.length,
    sha256: digest,
    summary,
    isHere: true,
  };
}

function byAge(a: ModelVersion, b: ModelVersion): number {
  return a.createdAt - b.createdAt;
}

function gone(model: string): PhotonicError {
  return new PhotonicError({
    code: 'models/gone',
    message: 'This model has been erased.',
    fix: 'Save it under a new name.',
    where: model,
  });
}
