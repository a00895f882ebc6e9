import { Bytes as CloudBytes, getDoc, serverTimestamp, setDoc } from 'firebase/firestore/lite';
import type { Bytes } from '../../data/bytes';
import { PhotonicError } from '../../lib/fault';
import type { ModelVersion } from '../../library/models/model-records';
import { commitAfterReading } from '../commit';
import { CHUNK_BYTES, MAX_CHUNKS } from '../records';
import type { SyncContext } from './context';
import { isFault, malformed } from './malformed';
import { chunkPath, modelPath, versionPath } from './paths';
import { readCloudChunk, readCloudModel, readCloudVersion } from './read-records';
import { isOpenPolicy } from './open-policy';
import { sayReading } from './say-reading';
import { within } from './within';

/** How many chunks of a version have arrived, kept here so that none is sent twice. */
export const sentKey = (version: string): string => `sync-sent/${version}`;

/**
 * Sends a version's archive up to the point where it can be published. What an earlier attempt has sent is not sent
 * again. Answers `published` where an earlier attempt went all the way and only its answer was lost.
 */
export async function sendVersion(
  context: SyncContext,
  version: ModelVersion,
  file: Bytes,
  signal: AbortSignal,
): Promise<'sent' | 'published'> {
  if (file.length > CHUNK_BYTES * MAX_CHUNKS) throw tooLarge(version);
  await sayReading(context, version.model, signal);
  const state = await begin(context, version, signal);
  if (state === 'published') return state;
  await sendChunks(context, version, file, signal);
  return 'sent';
}

/** Writes the version's document, unless it is there. */
async function begin(
  context: SyncContext,
  version: ModelVersion,
  signal: AbortSignal,
): Promise<'uploading' | 'published'> {
  const { cloud, uid, store } = context;
  let state: 'uploading' | 'published' = 'uploading';
  const commit = commitAfterReading(cloud, async (transaction) => {
    const head = await transaction.get(modelPath(cloud.firestore, version.model));
    const model = readCloudModel(head.data());
    if (model === undefined) throw malformed(version.model, head.exists());
    const path = versionPath(cloud.firestore, version.model, version.id);
    const found = await transaction.get(path);
    const before = readCloudVersion(found.data());
    if (found.exists()) {
      if (before?.sha256 !== version.sha256 || before.by !== uid) throw malformed(version.model, true);
      state = before.state;
      return undefined;
    }
    state = 'uploading';
    const { workspace, owner, policy } = model;
    const isSealed = policy === 'CLASSIFIED';
    const title = isSealed ? '' : version.title;
    const detail = isOpenPolicy(policy) ? version.title : '';
    return {
      change: {
        kind: 'model',
        id: version.model,
        version: version.id,
        action: 'upload',
        workspace,
        owner,
        policy,
        detail,
      },
      write: (writes) =>
        writes.set(path, {
          parent: version.parent ?? null,
          title,
          by: uid,
          at: serverTimestamp(),
          bytes: version.bytes,
          sha256: version.sha256,
          chunks: chunksOf(version.bytes),
          summary: isSealed ? '' : JSON.stringify(version.summary),
          state: 'uploading',
        }),
    };
  });
  const hasBegun = await within(commit, context.patience, signal);
  if (hasBegun) await store.remember(sentKey(version.id), undefined);
  return state;
}

async function sendChunks(
  context: SyncContext,
  version: ModelVersion,
  file: Bytes,
  signal: AbortSignal,
): Promise<void> {
  const { cloud, store, patience } = context;
  const { model, id } = version;
  const total = file.length;
  const first = sentOf(await store.recall(sentKey(id)));
  for (let index = first; index < chunksOf(total); index++) {
    context.onProgress(model, { sent: index * CHUNK_BYTES, total });
    const part = file.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const path = chunkPath(cloud.firestore, model, id, index);
    try {
      await within(setDoc(path, { bytes: CloudBytes.fromUint8Array(part) }), patience, signal);
    } catch (thrown) {
      // A chunk is never written twice: the one whose answer was lost last time is there already.
      if (index > first || !isFault(thrown, 'cloud/denied')) throw thrown;
      await sayReading(context, model, signal);
      const there = readCloudChunk((await within(getDoc(path), patience, signal)).data());
      if (there === undefined || !areSameBytes(there, part)) throw thrown;
    }
    await store.remember(sentKey(id), index + 1);
  }
  context.onProgress(model, { sent: total, total });
}

function chunksOf(bytes: number): number {
  return Math.ceil(bytes / CHUNK_BYTES);
}

function sentOf(kept: unknown): number {
  return typeof kept === 'number' ? kept : 0;
}

function areSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function tooLarge(version: ModelVersion): PhotonicError {
  return new PhotonicError({
    code: 'cloud/too-large',
    message: `“${version.title}” is larger than the 10.8 MB that the cloud takes.`,
    fix: 'It is saved here. Keep it as a file with Export.',
    where: version.id,
  });
}
