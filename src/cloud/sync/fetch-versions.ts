import { documentId, getDocs, limit, orderBy, query, startAfter } from 'firebase/firestore/lite';
import type { ModelVersion } from '../../library/models/model-records';
import type { CloudVersion } from '../records';
import type { SyncContext } from './context';
import { fetchArchive } from './fetch-archive';
import { isFault } from './malformed';
import { versionsPath } from './paths';
import { isId, readCloudVersion, readSummary } from './read-records';
import { CHUNK_BYTES } from '../records';
import { within } from './within';

const PAGE = 100;

/** Archives up to this size come with their versions, others when they are opened. */
const SMALL_BYTES = CHUNK_BYTES;

/**
 * Lists a model's published versions into this device's library and fetches the small archives. What cannot be read is
 * told and passed over. Answers with the ids.
 */
export async function fetchVersions(
  context: SyncContext,
  model: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const found: string[] = [];
  const path = versionsPath(context.cloud.firestore, model);
  let last: string | undefined;
  do {
    const page = query(
      path,
      orderBy(documentId()),
      ...(last === undefined ? [] : [startAfter(last)]),
      limit(PAGE),
    );
    const { docs } = await within(getDocs(page), context.patience, signal);
    for (const each of docs) {
      const cloud = isId(each.id) ? readCloudVersion(each.data()) : undefined;
      if (cloud === undefined) context.onProblem({ id: each.id, kind: 'malformed-version' });
      else if (cloud.state === 'published' && (await take(context, versionOf(model, each.id, cloud), signal)))
        found.push(each.id);
    }
    last = docs.length === PAGE ? docs.at(-1)?.id : undefined;
  } while (last !== undefined);
  return found;
}

/** Whether the version is in the library now. */
async function take(context: SyncContext, version: ModelVersion, signal: AbortSignal): Promise<boolean> {
  const here = await context.store.version(version.id);
  if (here !== undefined && (here.sha256 !== version.sha256 || here.model !== version.model)) {
    context.onProblem({ id: version.id, kind: 'clash' });
    return false;
  }
  if (here === undefined) await context.store.keepVersion(version);
  if (here?.isHere === true || version.bytes > SMALL_BYTES) return true;
  try {
    await fetchArchive(context, version, signal);
  } catch (thrown) {
    if (!isFault(thrown, 'cloud/damaged')) throw thrown;
    context.onProblem({ id: version.id, kind: 'damaged-archive' });
  }
  return true;
}

function versionOf(model: string, id: string, cloud: CloudVersion): ModelVersion {
  const { parent, title, by, at, bytes, sha256, summary } = cloud;
  return {
    id,
    model,
    parent: parent ?? undefined,
    title,
    createdAt: at.toMillis(),
    by,
    bytes,
    sha256,
    summary: readSummary(summary),
    isHere: false,
  };
}
