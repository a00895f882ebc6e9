import type { Firestore } from 'firebase/firestore/lite';
import { getDoc } from 'firebase/firestore/lite';
import type { Bytes } from '../../data/bytes';
import { sha256 } from '../../data/bytes';
import { PhotonicError } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';
import { CHUNK_BYTES } from '../records';
import { damaged, malformed } from './malformed';
import { chunkPath, modelPath, versionPath } from './paths';
import { isId, readCloudChunk, readCloudModel, readCloudVersion } from './read-records';

export interface PublicVersion {
  readonly name: string;
  readonly title: string;
  readonly bytes: Bytes;
}

/**
 * The live version of a model that anyone may read; no account is needed. Rejects with `cloud/gone`, `cloud/denied`,
 * `cloud/not-live`, `cloud/damaged` or `cloud/unreachable`.
 */
export async function fetchPublic(firestore: Firestore, model: string): Promise<PublicVersion> {
  if (!isId(model)) throw malformed(model, false);
  try {
    const found = await getDoc(modelPath(firestore, model));
    const head = readCloudModel(found.data());
    if (head === undefined) throw malformed(model, found.exists());
    if (head.live === null) throw notLive(head.name);
    const version = readCloudVersion((await getDoc(versionPath(firestore, model, head.live))).data());
    if (version?.state !== 'published') throw notLive(head.name);
    const bytes = new Uint8Array(version.bytes);
    for (let index = 0, from = 0; from < bytes.length; index++, from += CHUNK_BYTES) {
      const chunk = await getDoc(chunkPath(firestore, model, head.live, index));
      const part = readCloudChunk(chunk.data());
      if (part?.length !== Math.min(CHUNK_BYTES, bytes.length - from)) throw damaged(head.live);
      bytes.set(part, from);
    }
    if ((await sha256(bytes)) !== version.sha256) throw damaged(head.live);
    return { name: head.name, title: version.title, bytes };
  } catch (thrown) {
    throw toCloudFault(thrown, model);
  }
}

function notLive(name: string): PhotonicError {
  return new PhotonicError({
    code: 'cloud/not-live',
    message: `No version of “${name}” is live.`,
    fix: 'Ask whoever sent the link to mark a version as live.',
  });
}
