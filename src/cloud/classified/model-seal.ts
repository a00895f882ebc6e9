import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../../lib/base64url';
import { deflateRaw, inflateRaw } from '../../lib/deflate';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { boxParameters, joined, newIv, seal, unjoined, unseal } from './box';
import { classifiedError, classifiedFault } from './classified-fault';
import { ITERATIONS, MOST_ITERATIONS, passphraseKey, SALT_BYTES } from './passphrase-key';
import { strengthOf } from './passphrase';

/**
 * The seal of a classified model: how its passphrase opens its key, and what only that key shows. The passphrase opens
 * the model's own random key, which seals name, tags, note and versions; so it can be changed without sealing them anew.
 */
export interface Head {
  readonly name: string;
  readonly tags: readonly string[];
  readonly note: string;
}

/** firestore.rules take no longer ones. */
const MOST_CHARACTERS = 12_000;
/** Of a head as JSON; the fields' own bounds are far below. */
const MOST_HEAD_BYTES = 64_000;

const base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(MOST_CHARACTERS));
const sealSchema = v.object({
  format: v.literal(1),
  salt: base64Url,
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ITERATIONS)),
  key: base64Url,
  head: base64Url,
});
type Seal = v.InferOutput<typeof sealSchema>;

const headSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(120)),
  tags: v.pipe(v.array(v.string()), v.maxLength(20)),
  note: v.pipe(v.string(), v.maxLength(4000)),
});

/** An open model: its key, which cannot be taken out of the browser's keeping, and its head. */
export interface Opened {
  readonly key: CryptoKey;
  readonly head: Head;
}

/** Makes the seal of a model with a key of its own. Throws `classified/weak-passphrase` and `classified/too-long`. */
export async function newSeal(
  passphrase: string,
  head: Head,
): Promise<{ readonly seal: string; readonly key: CryptoKey }> {
  if (strengthOf(passphrase) === 'weak') throw classifiedError('weak-passphrase');
  const extractable = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
  ]);
  const lock = await lockOf(passphrase, extractable);
  const raw = await crypto.subtle.exportKey('raw', extractable);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { seal: textOf({ ...lock, head: await sealedHead(head, key) }), key };
}

async function lockOf(passphrase: string, key: CryptoKey): Promise<Omit<Seal, 'head'>> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const outer = await passphraseKey(passphrase, salt, ITERATIONS);
  const iv = newIv();
  const wrapped = await crypto.subtle.wrapKey('raw', key, outer, boxParameters(iv, 'key'));
  return {
    format: 1,
    salt: toBase64Url(salt),
    iterations: ITERATIONS,
    key: toBase64Url(joined(iv, new Uint8Array(wrapped))),
  };
}

/** Opens a model with its passphrase. */
export async function openSeal(text: string, passphrase: string): Promise<Result<Opened>> {
  const read = readSeal(text);
  if (!read.ok) return read;
  const salt = fromBase64Url(read.value.salt);
  const wrapped = unjoined(fromBase64Url(read.value.key) ?? new Uint8Array());
  if (salt === undefined || wrapped === undefined) return fail(classifiedFault('damaged'));
  const outer = await passphraseKey(passphrase, salt, read.value.iterations);
  let key: CryptoKey;
  try {
    const { iv, rest } = wrapped;
    const uses: KeyUsage[] = ['encrypt', 'decrypt'];
    key = await crypto.subtle.unwrapKey('raw', rest, outer, boxParameters(iv, 'key'), 'AES-GCM', false, uses);
  } catch {
    // Authenticated encryption cannot tell a wrong key from a changed box; by far the most are typing errors.
    return fail(classifiedFault('wrong-passphrase'));
  }
  const head = await openHead(text, key);
  return head.ok ? ok({ key, head: head.value }) : head;
}

/** The head of a model that is open already, for one that another device has changed. */
export async function openHead(text: string, key: CryptoKey): Promise<Result<Head>> {
  const read = readSeal(text);
  if (!read.ok) return read;
  const box = fromBase64Url(read.value.head);
  const packed = box && (await unseal(box, key, 'head'));
  const json = packed && (await inflateRaw(packed, MOST_HEAD_BYTES));
  if (json === undefined) return fail(classifiedFault('damaged'));
  try {
    const head = v.safeParse(headSchema, JSON.parse(new TextDecoder().decode(json)));
    return head.success ? ok(head.output) : fail(classifiedFault('damaged'));
  } catch {
    return fail(classifiedFault('damaged'));
  }
}

/** The same seal with another head. Throws `classified/damaged` and `classified/too-long`. */
export async function withHead(text: string, key: CryptoKey, head: Head): Promise<string> {
  const read = readSeal(text);
  if (!read.ok) throw classifiedError('damaged');
  return textOf({ ...read.value, head: await sealedHead(head, key) });
}

async function sealedHead({ name, tags, note }: Head, key: CryptoKey): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify({ name, tags, note }));
  return toBase64Url(await seal(await deflateRaw(json), key, 'head'));
}

function readSeal(text: string): Result<Seal> {
  if (text.length > MOST_CHARACTERS) return fail(classifiedFault('damaged'));
  try {
    const value: unknown = JSON.parse(text);
    const read = v.safeParse(sealSchema, value);
    if (read.success) return ok(read.output);
    const isNewer = v.is(v.object({ format: v.pipe(v.number(), v.minValue(2)) }), value);
    return fail(classifiedFault(isNewer ? 'newer' : 'damaged'));
  } catch {
    return fail(classifiedFault('damaged'));
  }
}

function textOf(seal: Seal): string {
  const text = JSON.stringify(seal);
  if (text.length > MOST_CHARACTERS) throw classifiedError('too-long');
  return text;
}
