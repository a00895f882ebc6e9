import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseHash, writeHash } from '../../experiment/link-hash';
import { isFault } from '../../lib/fault';
import { KEY_CHARACTERS, MAX_SHARE_BYTES, openShare, sealShare } from './seal';
import { readShareName, writeShareName } from './share-name';

const text = new TextEncoder().encode('phases, run summary and manifest '.repeat(400));

/** Where each kind of byte of a sealed share lies. */
const CLASSES = {
  format: [0],
  'check of the key': [1, 4],
  'initialisation vector': [5, 16],
  'first ciphertext': [17],
  ciphertext: [40],
  tag: [-1, -16],
} as const;

async function codeOf(sealed: Uint8Array<ArrayBuffer>, key: string): Promise<string> {
  const opened = await openShare(sealed, key);
  return opened.ok ? 'opened' : opened.fault.code;
}

it('opens what it sealed, byte for byte, whatever it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      const given = Uint8Array.from(bytes);
      const sealed = await sealShare(given);
      expect(sealed.key).toHaveLength(KEY_CHARACTERS);
      expect(await openShare(sealed.bytes, sealed.key)).toEqual({ ok: true, value: given });
    }),
    { seed: 3, numRuns: 60 },
  );
});

it('makes a key and a vector of its own each time, and deflates first', async () => {
  const [a, b] = await Promise.all([sealShare(text), sealShare(text)]);
  expect(a.key).not.toBe(b.key);
  expect(a.bytes.slice(5, 17)).not.toEqual(b.bytes.slice(5, 17));
  expect(a.bytes.length).toBeLessThan(text.length / 20);
});

it('notices every kind of byte that was changed', async () => {
  const { bytes, key } = await sealShare(text);
  for (const [name, places] of Object.entries(CLASSES))
    for (const place of places)
      for (const flip of [0x01, 0x80]) {
        const changed = bytes.slice();
        const at = place < 0 ? bytes.length + place : place;
        changed[at] = changed[at]! ^ flip;
        expect(await codeOf(changed, key), name).toMatch(/^share\/(damaged|wrong-key|newer)$/);
      }
});

it('notices any single changed byte of a whole share', async () => {
  const { bytes, key } = await sealShare(text.slice(0, 60));
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice();
    changed[at] = changed[at]! ^ 0x10;
    expect(await codeOf(changed, key)).not.toBe('opened');
  }
});

it('tells a wrong key, a missing one and missing bytes apart', async () => {
  const { bytes, key } = await sealShare(text);
  const other = await sealShare(text);
  expect(await codeOf(bytes, other.key)).toBe('share/wrong-key');
  expect(await codeOf(bytes, '')).toBe('share/missing-key');
  expect(await codeOf(bytes, `${key}A`)).toBe('share/missing-key');
  for (const length of [0, 1, 16, 17, 32, 33, bytes.length - 1])
    expect(await codeOf(bytes.slice(0, length), key)).toBe('share/damaged');
  expect(await codeOf(Uint8Array.from([...bytes, 0]), key)).toBe('share/damaged');
});

it('refuses what is larger than a share may be, before and after unfolding', async () => {
  await expect(sealShare(new Uint8Array(MAX_SHARE_BYTES + 1))).rejects.toMatchObject({
    fault: { code: 'share/too-large' },
  });
});

it('10,000 mutated hashes name a share or are explained', () => {
  const id = 'abcdefghijklmnopqrst_-';
  const key = 'K'.repeat(KEY_CHARACTERS);
  const whole = writeHash({ share: writeShareName({ id, key }) });
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...'abcXYZ019-_,#&=%s'), maxLength: 90 }),
    fc.constantFrom('', whole.slice(3), '__proto__', `${id},`, `,${key}`, `${id},${key},`, '%00', '&s='),
  );
  const hash = fc.oneof(
    piece.map((inner) => `#s=${inner}`),
    fc.tuple(fc.nat(whole.length), piece).map(([at, inner]) => whole.slice(0, at) + inner + whole.slice(at)),
    fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length))
      .map(([from, to]) => whole.slice(0, from) + whole.slice(to)),
  );
  let named = 0;
  fc.assert(
    fc.property(hash, (text) => {
      const share = parseHash(text)?.share;
      if (share === undefined) return;
      const read = readShareName(share);
      if (!read.ok) expect(isFault(read.fault)).toBe(true);
      else {
        named++;
        expect(read.value.id).toMatch(/^[\w-]{22}$/);
        expect(read.value.key).toMatch(/^[\w-]{43}$/);
      }
    }),
    { seed: 5, numRuns: 10_000 },
  );
  expect(named).toBeGreaterThan(10);
  expect(readShareName(parseHash(whole)?.share ?? '')).toEqual({ ok: true, value: { id, key } });
});
