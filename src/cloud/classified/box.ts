import type { Bytes } from '../../data/bytes';

/** AES-256-GCM with a fresh initialisation vector in front of what it encrypts. */
const IV = 12;
const TAG = 16;

/** What is encrypted; one thing never passes for another. */
export type Purpose = 'key' | 'head' | 'version';

export function boxParameters(iv: Bytes, purpose: Purpose): AesGcmParams {
  const additionalData = new TextEncoder().encode(`photonic-classified/1 ${purpose}`);
  return { name: 'AES-GCM', iv, additionalData, tagLength: 8 * TAG };
}

export function newIv(): Bytes {
  return crypto.getRandomValues(new Uint8Array(IV));
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Takes the vector off the front; undefined where there is less than a box. */
export function unjoined(box: Bytes): { readonly iv: Bytes; readonly rest: Bytes } | undefined {
  if (box.length < IV + TAG) return undefined;
  return { iv: box.slice(0, IV), rest: box.slice(IV) };
}

export async function seal(bytes: Bytes, key: CryptoKey, purpose: Purpose): Promise<Bytes> {
  const iv = newIv();
  const encrypted = await crypto.subtle.encrypt(boxParameters(iv, purpose), key, bytes);
  return joined(iv, new Uint8Array(encrypted));
}

/** Undefined where it is damaged, for something else, or sealed with another key. */
export async function unseal(box: Bytes, key: CryptoKey, purpose: Purpose): Promise<Bytes | undefined> {
  const parts = unjoined(box);
  if (parts === undefined) return undefined;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(boxParameters(parts.iv, purpose), key, parts.rest));
  } catch {
    // Web Crypto says nothing but that it did not fit.
    return undefined;
  }
}
