import type { Bytes } from '../../data/bytes';

/** Rounds of PBKDF2 with SHA-256 (OWASP Password Storage Cheat Sheet, 2023); about half a second on a laptop. */
export const ITERATIONS = 600_000;
/** Seals that ask for more would only keep the reader busy. */
export const MOST_ITERATIONS = 10_000_000;
export const SALT_BYTES = 16;

/** The key that opens a model's own key. The same passphrase in another Unicode form is the same. */
export async function passphraseKey(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const raw = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}
