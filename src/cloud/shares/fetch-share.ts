import type { Firestore } from 'firebase/firestore/lite';
import { getDoc } from 'firebase/firestore/lite';
import * as v from 'valibot';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { openShare } from './seal';
import { chunkDocument, chunkSchema, shareDocument, shareSchema } from './share-documents';
import { cloudShareFault, shareFault } from './share-fault';
import type { ShareName } from './share-name';

/** Answers that are waited for at the same time. */
const AT_ONCE = 3;

export interface FetchOptions {
  /** This device's clock, ms: the rules hold the server's against the expiry, this is for one that was left open. */
  readonly now: number;
  readonly onProgress?: (loaded: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What a link names. */
export interface OpenedShare {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** ms since 1970, by the server's clock. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Fetches and opens a share; nobody needs to be signed in. Nothing of it is used unless all of it is whole. */
export async function fetchShare(
  firestore: Firestore,
  { id, key }: ShareName,
  options: FetchOptions,
): Promise<Result<OpenedShare>> {
  try {
    const found = await getDoc(shareDocument(firestore, id));
    if (!found.exists()) return fail(shareFault('gone'));
    const head = v.safeParse(shareSchema, found.data());
    if (!head.success) return fail(shareFault('damaged'));
    const { bytes: total, chunks, createdAt, expiresAt } = head.output;
    if (expiresAt.toMillis() <= options.now) return fail(shareFault('expired'));
    const sealed = await fetchChunks(firestore, id, { chunks, total }, options);
    if (sealed === undefined) return fail(shareFault('damaged'));
    const opened = await openShare(sealed, key);
    if (!opened.ok) return opened;
    return ok({ bytes: opened.value, createdAt: createdAt.toMillis(), expiresAt: expiresAt.toMillis() });
  } catch (thrown) {
    if (options.signal?.aborted === true) return fail(shareFault('cancelled', thrown));
    const fault = cloudShareFault(thrown);
    // The rules let anyone read what is there and has not expired.
    return fail(fault.code === 'share/refused' ? shareFault('expired', thrown) : fault);
  }
}

/** All bytes in order, or undefined where some are missing, or more or fewer than were announced. */
async function fetchChunks(
  firestore: Firestore,
  id: string,
  { chunks, total }: { readonly chunks: number; readonly total: number },
  { onProgress, signal }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts = new Array<Uint8Array | undefined>(chunks);
  let next = 0;
  let loaded = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < chunks; index = next++) {
      signal?.throwIfAborted();
      const read = v.safeParse(chunkSchema, (await getDoc(chunkDocument(firestore, id, index))).data());
      if (!read.success) return;
      const part = read.output.bytes.toUint8Array();
      parts[index] = part;
      loaded += part.length;
      onProgress?.(loaded, total);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, chunks) }, work));
  if (loaded !== total || parts.includes(undefined)) return undefined;
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part!, at);
    at += part!.length;
  }
  return whole;
}
