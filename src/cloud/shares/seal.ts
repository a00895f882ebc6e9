import { fromBase64Url, toBase64Url } from '../../lib/base64url';
import { deflateRaw, inflateRaw } from '../../lib/deflate';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { CHUNK_BYTES, MAX_CHUNKS } from '../records';
import { shareError, shareFault } from './share-fault';

/**
 * Bytes as they lie in the cloud: deflated, then encrypted with AES-256-GCM under a key that is made for them alone
 * and stands in the link's hash only. One byte says the format, four tell a wrong key from damage (the beginning of
 * the key's SHA-256: of 256 random bits it gives nothing away), twelve are the initialisation vector. The first five
 * are authenticated with the rest.
 */
const FORMAT = 1;
const CHECK = 4;
const IV = 12;
const HEADER = 1 + CHECK + IV;
const AUTHENTICATED = 1 + CHECK;
const TAG = 16;
const KEY = 32;
/** Characters of a key as a link carries it. */
export const KEY_CHARACTERS = 43;

/** Most bytes that can be shared, and that a sealed share may unfold to. */
export const MAX_SHARE_BYTES = CHUNK_BYTES * MAX_CHUNKS;

export interface Sealed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** {@link KEY_CHARACTERS} of base64url; never sent anywhere. */
  readonly key: string;
}

/** Throws `share/too-large`. */
export async function sealShare(bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const packed = await deflateRaw(bytes);
  const sealed = new Uint8Array(HEADER + packed.length + TAG);
  if (bytes.length > MAX_SHARE_BYTES || sealed.length > MAX_SHARE_BYTES) throw shareError('too-large');
  const raw = crypto.getRandomValues(new Uint8Array(KEY));
  sealed[0] = FORMAT;
  sealed.set(await checkOf(raw), 1);
  crypto.getRandomValues(sealed.subarray(AUTHENTICATED, HEADER));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  sealed.set(new Uint8Array(await crypto.subtle.encrypt(parametersOf(sealed), key, packed)), HEADER);
  return { bytes: sealed, key: toBase64Url(raw) };
}

/** The bytes that were sealed, every one as it was; otherwise what is wrong with the key or the bytes. */
export async function openShare(
  sealed: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const raw = key.length === KEY_CHARACTERS ? fromBase64Url(key) : undefined;
  if (raw?.length !== KEY || toBase64Url(raw) !== key) return fail(shareFault('missing-key'));
  if (sealed.length < HEADER + TAG) return fail(shareFault('damaged'));
  if (sealed[0] !== FORMAT) return fail(shareFault((sealed[0] ?? 0) > FORMAT ? 'newer' : 'damaged'));
  const check = await checkOf(raw);
  if (check.some((byte, index) => byte !== sealed[1 + index])) return fail(shareFault('wrong-key'));
  try {
    const imported = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const packed = await crypto.subtle.decrypt(parametersOf(sealed), imported, sealed.subarray(HEADER));
    const bytes = await inflateRaw(new Uint8Array(packed), MAX_SHARE_BYTES);
    return bytes === undefined ? fail(shareFault('damaged')) : ok(bytes);
  } catch (thrown) {
    return fail(shareFault('damaged', thrown));
  }
}

function parametersOf(sealed: Uint8Array<ArrayBuffer>): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv: sealed.subarray(AUTHENTICATED, HEADER),
    additionalData: sealed.subarray(0, AUTHENTICATED),
    tagLength: 8 * TAG,
  };
}

async function checkOf(raw: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).subarray(0, CHECK);
}
