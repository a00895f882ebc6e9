import { getDoc } from 'firebase/firestore/lite';
import type { Bytes } from '../../data/bytes';
import { sha256 } from '../../data/bytes';
import type { ModelVersion } from '../../library/models/model-records';
import { CHUNK_BYTES } from '../records';
import type { SyncContext } from './context';
import { damaged } from './malformed';
import { chunkPath } from './paths';
import { readCloudChunk } from './read-records';
import { sayReading } from './say-reading';
import { within } from './within';

/**
 * Fetches a version's archive, verifies its checksum and keeps it in this device's library. Rejects with `cloud/damaged`
 * where it is not what was published, and stores nothing then.
 */
export async function fetchArchive(
  context: SyncContext,
  version: ModelVersion,
  signal?: AbortSignal,
): Promise<Bytes> {
  const { cloud, patience, store } = context;
  const { id, model } = version;
  const whole = new Uint8Array(version.bytes);
  for (let index = 0, from = 0; from < whole.length; index++, from += CHUNK_BYTES) {
    context.onProgress(model, { sent: from, total: whole.length });
    await sayReading(context, model, signal);
    const found = await within(getDoc(chunkPath(cloud.firestore, model, id, index)), patience, signal);
    const part = readCloudChunk(found.data());
    if (part?.length !== Math.min(CHUNK_BYTES, whole.length - from)) throw damaged(id);
    whole.set(part, from);
  }
  if ((await sha256(whole)) !== version.sha256) throw damaged(id);
  await store.keepVersion(version, whole);
  return whole;
}
