import { Bytes, deleteDoc, serverTimestamp, setDoc, Timestamp } from 'firebase/firestore/lite';
import type { CloudDoor } from '../commit';
import { commitWithTicket } from '../commit';
import { CHUNK_BYTES } from '../records';
import { PhotonicError } from '../../lib/fault';
import { newId } from '../../library/store/page-life';
import { serverNow } from '../server-now';
import { signedInUid } from '../signed-in';
import { sealShare } from './seal';
import { chunkDocument, shareDocument } from './share-documents';
import { cloudShareFault, shareError } from './share-fault';
import type { ShareName } from './share-name';

const DAY = 86_400_000;

/** How long a link may be valid, days; the rules allow 366 at most. */
export const SHARE_DAYS = [1, 7, 30, 365] as const;
export type ShareDays = (typeof SHARE_DAYS)[number];

export interface PublishOptions {
  readonly days: ShareDays;
  /** The model it is made from, whose policy must be PUBLIC; the rules look. */
  readonly model?: string;
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface PublishedShare extends ShareName {
  /** ms since 1970. */
  readonly expiresAt: number;
}

/**
 * Encrypts bytes and puts them into the cloud, where whoever has the answer's id and key can read them until they
 * expire or are revoked. Someone must be signed in; an anonymous account suffices. Rejects with a share's fault, and
 * leaves nothing behind then as far as the cloud can be reached.
 */
export async function publishShare(
  cloud: CloudDoor,
  bytes: Uint8Array<ArrayBuffer>,
  { days, model, onProgress, signal }: PublishOptions,
): Promise<PublishedShare> {
  const { bytes: sealed, key } = await sealShare(bytes);
  const by = uidOf(cloud);
  const id = newId();
  const chunks = Math.ceil(sealed.length / CHUNK_BYTES);
  const expiresAt = (await expiryBase(cloud)) + days * DAY;
  const change = {
    kind: 'share',
    id,
    action: 'share',
    workspace: null,
    owner: by,
    policy: 'PUBLIC',
  } as const;
  let sent = -1;
  try {
    signal?.throwIfAborted();
    await commitWithTicket(cloud, { ...change, detail: `${String(days)} d` }, (transaction) =>
      transaction.set(shareDocument(cloud.firestore, id), {
        by,
        createdAt: serverTimestamp(),
        expiresAt: Timestamp.fromMillis(expiresAt),
        model: model ?? null,
        bytes: sealed.length,
        chunks,
      }),
    );
    sent = 0;
    for (let index = 0; index < chunks; index++) {
      signal?.throwIfAborted();
      const part = sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
      await setDoc(chunkDocument(cloud.firestore, id, index), { bytes: Bytes.fromUint8Array(part), by });
      sent = index + 1;
      onProgress?.(Math.min(sent * CHUNK_BYTES, sealed.length), sealed.length);
    }
    signal?.throwIfAborted();
    return { id, key, expiresAt };
  } catch (thrown) {
    if (sent >= 0) await withdraw(cloud, id, sent).catch(() => undefined);
    if (signal?.aborted === true) throw shareError('cancelled', thrown);
    throw new PhotonicError(cloudShareFault(thrown));
  }
}

/**
 * Makes a link worthless at once and for good; its bytes, unreadable from then on, are removed after it.
 * @param chunks that it has, as far as known
 */
export async function revokeShare(cloud: CloudDoor, id: string, chunks: number): Promise<void> {
  uidOf(cloud);
  try {
    await withdraw(cloud, id, chunks);
  } catch (thrown) {
    throw new PhotonicError(cloudShareFault(thrown));
  }
}

async function withdraw(cloud: CloudDoor, id: string, chunks: number): Promise<void> {
  const { firestore } = cloud;
  const owner = signedInUid(cloud);
  const change = {
    kind: 'share',
    id,
    action: 'revoke',
    workspace: null,
    owner,
    policy: 'PUBLIC',
    detail: '',
  } as const;
  await commitWithTicket(cloud, change, (transaction) => {
    transaction.delete(shareDocument(firestore, id));
  });
  // Nobody can read them any more; those that cannot be removed now are not worth keeping the link for.
  for (let index = 0; index < chunks; index++)
    await deleteDoc(chunkDocument(firestore, id, index)).catch(() => undefined);
}

/** The rules compare with the service's clock, and so does everybody who opens the link. */
async function expiryBase(cloud: CloudDoor): Promise<number> {
  try {
    return await serverNow(cloud);
  } catch (thrown) {
    throw new PhotonicError(cloudShareFault(thrown));
  }
}

function uidOf(cloud: CloudDoor): string {
  try {
    return signedInUid(cloud);
  } catch (thrown) {
    throw new PhotonicError(cloudShareFault(thrown));
  }
}
