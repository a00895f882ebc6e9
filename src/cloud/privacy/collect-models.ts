import type { QueryDocumentSnapshot } from 'firebase/firestore/lite';
import {
  collection,
  documentId,
  getDoc,
  orderBy,
  query,
  serverTimestamp,
  where,
} from 'firebase/firestore/lite';
import { PhotonicError } from '../../lib/fault';
import type { CloudDoor } from '../commit';
import { commitWithTicket } from '../commit';
import type { CloudModel } from '../records';
import { chunkPath, readingPath, versionsPath } from '../sync/paths';
import { readCloudChunk, readCloudModel, readCloudVersion } from '../sync/read-records';
import { signedInUid } from '../signed-in';
import { jsonBytes } from './json-bytes';
import { pagesOf } from './pages-of';

/** Adds a file to what is collected. */
export type Keep = (path: string, bytes: Uint8Array) => void;

/**
 * This account's models with all their versions and archives. What cannot be read is told in `problems` and left out;
 * classified archives stay sealed, as they lie in the cloud.
 */
export async function collectModels(
  cloud: CloudDoor,
  keep: Keep,
  problems: string[],
  signal: AbortSignal,
): Promise<number> {
  const uid = signedInUid(cloud);
  const models = collection(cloud.firestore, 'models');
  let count = 0;
  for (const workspace of [null, ...(await workspacesOf(cloud))]) {
    const own = [where('owner', '==', uid), where('workspace', '==', workspace)];
    for await (const found of pagesOf(query(models, ...own, orderBy('updatedAt')))) {
      signal.throwIfAborted();
      const model = readCloudModel(found.data());
      keep(`cloud/models/${found.id}/model.json`, jsonBytes(found.data()));
      count += 1;
      try {
        if (model === undefined) throw new TypeError('malformed');
        await collectVersions(cloud, found.id, model, keep, signal);
      } catch (thrown) {
        signal.throwIfAborted();
        problems.push(`models/${found.id}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      }
    }
  }
  return count;
}

/** The rules want queries to name a workspace of the account's. */
async function workspacesOf({ auth }: CloudDoor): Promise<readonly string[]> {
  const token = await auth.currentUser?.getIdTokenResult();
  return Object.keys(token?.claims['workspaces'] ?? {});
}

async function collectVersions(
  cloud: CloudDoor,
  id: string,
  model: CloudModel,
  keep: Keep,
  signal: AbortSignal,
): Promise<void> {
  await sayRead(cloud, id, model);
  const ordered = query(versionsPath(cloud.firestore, id), orderBy(documentId()));
  for await (const found of pagesOf(ordered)) {
    signal.throwIfAborted();
    keep(`cloud/models/${id}/versions/${found.id}.json`, jsonBytes(found.data()));
    const archive = await archiveOf(cloud, id, found);
    if (archive !== undefined) {
      const ending = model.policy === 'CLASSIFIED' ? 'sealed' : 'photonic.zip';
      keep(`cloud/models/${id}/versions/${found.id}.${ending}`, archive);
    }
  }
}

/** Undefined while it is still being uploaded. */
async function archiveOf(
  cloud: CloudDoor,
  model: string,
  found: QueryDocumentSnapshot,
): Promise<Uint8Array | undefined> {
  const version = readCloudVersion(found.data());
  if (version?.state !== 'published') return undefined;
  const whole = new Uint8Array(version.bytes);
  let at = 0;
  for (let index = 0; index < version.chunks; index++) {
    const part = readCloudChunk((await getDoc(chunkPath(cloud.firestore, model, found.id, index))).data());
    if (part === undefined || at + part.length > whole.length) throw damaged(found.id);
    whole.set(part, at);
    at += part.length;
  }
  if (at !== whole.length) throw damaged(found.id);
  return whole;
}

/** Reads of restricted models are said in the audit, one's own too. */
async function sayRead(cloud: CloudDoor, id: string, model: CloudModel): Promise<void> {
  const { owner, policy, workspace } = model;
  if (policy === 'PUBLIC' || policy === 'INTERNAL') return;
  const reading = readingPath(cloud.firestore, id, signedInUid(cloud));
  const change = { kind: 'model', id, action: 'read', workspace, owner, policy, detail: '' } as const;
  await commitWithTicket(cloud, change, (transaction, audit) =>
    transaction.set(reading, { at: serverTimestamp(), audit }),
  );
}

function damaged(version: string): PhotonicError {
  return new PhotonicError({
    code: 'privacy/damaged',
    message: 'The archive of a version is not complete in the cloud.',
    fix: 'Everything else has been exported. Export it from the browser in which it was saved.',
    where: version,
  });
}
