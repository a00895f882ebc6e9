import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelSummary } from '../../library/models/model-records';
import { seal, unseal } from './box';
import type { Opened } from './model-seal';
import { newSeal, openHead, openSeal, withHead } from './model-seal';
import { strengthOf } from './passphrase';
import { sealVersion, unsealVersion } from './version-seal';

const passphrase = 'lantern gravel oboe thistle';
const head = { name: 'Vowels, dopant 7', tags: ['secret', 'über'], note: 'Not for the fair.' };
const summary: ModelSummary = {
  experiment: 'Vowels',
  modes: 6,
  layers: 3,
  dataset: 'Hillenbrand',
  source: 'original',
  parameters: 132,
  step: 4000,
  accuracy: 0.962,
  backend: undefined,
};

async function opened(text: string, words = passphrase): Promise<Opened> {
  const result = await openSeal(text, words);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

describe('the seal of a model', () => {
  it('opens with its passphrase, in any Unicode form, and with no other', async () => {
    const { seal: text } = await newSeal('Größe lantern gravel oboe', head);
    expect(text).not.toMatch(/Vowels|secret|fair/);
    expect((await opened(text, 'Größe lantern gravel oboe'.normalize('NFD'))).head).toEqual(head);
    for (const wrong of ['', 'größe lantern gravel oboe', 'Größe lantern gravel oboe '])
      expect(await openSeal(text, wrong)).toMatchObject({ fault: { code: 'classified/wrong-passphrase' } });
  });

  it('takes another head with the same key', async () => {
    const { seal: text, key } = await newSeal(passphrase, head);
    const changed = await withHead(text, key, { ...head, note: 'Changed.' });
    expect((await opened(changed)).head).toEqual({ ...head, note: 'Changed.' });
    expect(await openHead(changed, key)).toMatchObject({ ok: true, value: { note: 'Changed.' } });
    expect(changed).not.toBe(await withHead(text, key, { ...head, note: 'Changed.' }));
  });

  it('fits with the longest note, and says so where it does not', async () => {
    const { seal: text, key } = await newSeal(passphrase, head);
    const note = Array.from({ length: 4000 }, (_, index) => 'abcdefghij klmnop'[(index * index) % 17]).join(
      '',
    );
    expect((await withHead(text, key, { ...head, note })).length).toBeLessThanOrEqual(12_000);
    const noise = Array.from({ length: 4000 }, (_, i) =>
      String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)),
    );
    const refused = await withHead(text, key, {
      name: noise.join(''),
      tags: [],
      note: noise.reverse().join(''),
    }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(refused).toMatchObject({ fault: { code: 'classified/too-long' } });
  });

  it('is made of passphrases that are hard to guess only', async () => {
    await expect(newSeal('short', head)).rejects.toMatchObject({
      fault: { code: 'classified/weak-passphrase' },
    });
    for (const weak of ['', 'short', 'password1234', 'aaaaaaaaaaaaaaaa', 'abcdefghijklmnop', '123456789012'])
      expect([weak, strengthOf(weak)]).toEqual([weak, 'weak']);
    expect(strengthOf('lantern gravel oboe thistle quartz')).not.toBe('weak');
    expect(strengthOf('lantern gravel oboe thistle quartz meadow')).toBe('strong');
    expect(strengthOf('tR8!xq2Vw#9LmZ4p')).toBe('strong');
  });

  it('survives no change, and nothing hostile breaks its reader', async () => {
    const { seal: text } = await newSeal(passphrase, head);
    const fields = JSON.parse(text) as Record<string, string | number>;
    for (const [name, value] of Object.entries(fields)) {
      const other =
        typeof value === 'number' ? value + 1 : `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
      const result = await openSeal(JSON.stringify({ ...fields, [name]: other }), passphrase);
      expect([name, result.ok]).toEqual([name, false]);
    }
    expect(await openSeal(JSON.stringify({ ...fields, format: 2 }), passphrase)).toMatchObject({
      fault: { code: 'classified/newer' },
    });
    // A hostile one must not keep the reader busy for hours.
    expect(await openSeal(JSON.stringify({ ...fields, iterations: 1e12 }), passphrase)).toMatchObject({
      fault: { code: 'classified/damaged' },
    });
    const junk = fc.oneof(fc.string(), fc.json(), fc.constant('x'.repeat(12_001)));
    await fc.assert(
      fc.asyncProperty(junk, async (garbage) => {
        expect((await openSeal(garbage, passphrase)).ok).toBe(false);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('a sealed version', () => {
  it('comes back byte for byte, with what it says', async () => {
    const { key } = await newSeal(passphrase, head);
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
    const sealed = await sealVersion({ title: 'Trained', summary, bytes }, key);
    expect(new TextDecoder('latin1').decode(sealed)).not.toMatch(/Trained|Hillenbrand/);
    expect(await unsealVersion(sealed, key)).toEqual({
      ok: true,
      value: { title: 'Trained', summary, bytes },
    });
  });

  it('opens with no other key, for no other purpose, and not when changed or cut', async () => {
    const [{ key }, other] = await Promise.all([newSeal(passphrase, head), newSeal(passphrase, head)]);
    const sealed = await sealVersion({ title: '', summary, bytes: new Uint8Array(100) }, key);
    expect((await unsealVersion(sealed, other.key)).ok).toBe(false);
    expect(await unseal(await seal(new Uint8Array(8), key, 'head'), key, 'version')).toBeUndefined();
    for (let index = 0; index < sealed.length; index += 7) {
      const changed = sealed.slice();
      changed[index]! ^= 1;
      expect([index, (await unsealVersion(changed, key)).ok]).toEqual([index, false]);
      expect((await unsealVersion(sealed.slice(0, index), key)).ok).toBe(false);
    }
  });

  it('is read with care though its key fits', async () => {
    const { key } = await newSeal(passphrase, head);
    const box = async (...inside: number[]) =>
      Uint8Array.of(1, ...(await seal(Uint8Array.from(inside), key, 'version')));
    for (const inside of [[], [0, 0], [255, 255, 255, 255], [0, 0, 0, 2, 123, 125], [0, 0, 0, 1, 0]])
      expect(await unsealVersion(await box(...inside), key)).toMatchObject({
        fault: { code: 'classified/damaged' },
      });
  });
});
