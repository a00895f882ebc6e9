import type { Bytes } from 'firebase/firestore/lite';
import { collection, doc, getDoc, getDocs } from 'firebase/firestore/lite';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { newSeal, openSeal } from '../../src/cloud/classified/model-seal';
import { sealVersion, unsealVersion } from '../../src/cloud/classified/version-seal';
import { SUMMARY } from '../../src/cloud/sync/device.testing';
import { fetchPublic } from '../../src/cloud/sync/fetch-public';
import { SEALED_SUMMARY } from '../../src/library/models/model-records';
import { bytesOf, Desk, versionOf } from './fixtures/devices';
import { World } from './fixtures/world';

const PROJECT = 'demo-model-policies';
const PASSPHRASE = 'seven violet lanterns over the lake';
const desk = new Desk(PROJECT);
let world: World;

beforeAll(() => {
  world = new World(inject('emulators').firestore, PROJECT);
});
afterEach(() => desk.close());
afterAll(() => world.close());

describe('a classified model', () => {
  it('lies in the cloud as ciphertext, and comes back whole to whoever has the passphrase', async () => {
    const [a, b] = await desk.pair();
    const secrets = { name: 'Interceptor', tags: ['hush-hush'], note: 'Not for the minutes' };
    const archive = new TextEncoder().encode('phases of the interceptor '.repeat(50));
    const { seal, key } = await newSeal(PASSPHRASE, secrets);
    const version = { title: 'After the trial', summary: SUMMARY, bytes: archive };
    const model = await a.store.create(
      { name: '', tags: [], note: '', policy: 'CLASSIFIED', seal, owner: a.uid },
      [{ title: '', summary: SEALED_SUMMARY, bytes: await sealVersion(version, key), by: a.uid }],
    );
    await a.engine.syncOnce();
    expect(a.states.get(model.id)?.kind).toBe('synced');

    const versions = collection(world.beyondRules, `models/${model.id}/versions`);
    const [stored] = (await getDocs(versions)).docs;
    const chunks = await getDocs(collection(world.beyondRules, `${stored!.ref.path}/chunks`));
    const head = (await getDoc(doc(world.beyondRules, 'models', model.id))).data();
    const raw = chunks.docs.map((chunk) =>
      Buffer.from((chunk.get('bytes') as Bytes).toUint8Array()).toString('latin1'),
    );
    expect(raw.join('').length).toBeGreaterThan(archive.length);
    const audit = (await getDocs(collection(world.beyondRules, 'audit'))).docs.map((entry) => entry.data());
    const everything = JSON.stringify([head, stored!.data(), audit]) + raw.join('');
    for (const word of ['Interceptor', 'interceptor', 'hush-hush', 'minutes', 'trial', 'Vowels', 'lantern'])
      expect(everything).not.toContain(word);

    await b.engine.syncOnce();
    await b.engine.openRestricted(model.id);
    const [found] = await b.store.listVersions(model.id);
    const kept = b.store.models.get(model.id);
    expect([kept?.name, found?.title]).toEqual(['', '']);
    const bytes = b.store.files.get(found!.id)!;
    expect(await openSeal(kept!.seal!, 'seven violet lanterns over a lake')).toMatchObject({
      ok: false,
      fault: { code: 'classified/wrong-passphrase' },
    });
    const opened = await openSeal(kept!.seal!, PASSPHRASE);
    if (!opened.ok) throw new Error(opened.fault.message);
    expect(opened.value.head).toEqual(secrets);
    expect(await unsealVersion(bytes, opened.value.key)).toEqual({ ok: true, value: version });
  });
});

describe('a public model', () => {
  it('is read by a browser without an account, its live version only and no other policy', async () => {
    const a = await desk.open();
    const visitor = world.as(undefined);
    const make = async (policy: 'PUBLIC' | 'INTERNAL') => {
      const model = await a.store.create({ name: policy, policy, owner: a.uid }, [versionOf(2000)]);
      await a.engine.syncOnce();
      return model.id;
    };
    const [open, internal] = [await make('PUBLIC'), await make('INTERNAL')];
    await expect(fetchPublic(visitor, open)).rejects.toMatchObject({ fault: { code: 'cloud/not-live' } });
    for (const id of [open, internal]) {
      const [version] = await a.store.listVersions(id);
      a.store.amend(id, { live: version!.id });
    }
    await a.engine.syncOnce();
    expect(await fetchPublic(visitor, open)).toEqual({
      name: 'PUBLIC',
      title: 'First',
      bytes: bytesOf(2000),
    });
    await expect(fetchPublic(visitor, internal)).rejects.toMatchObject({ fault: { code: 'cloud/denied' } });
    a.store.amend(open, { policy: 'INTERNAL' });
    await a.engine.syncOnce();
    await expect(fetchPublic(visitor, open)).rejects.toMatchObject({ fault: { code: 'cloud/denied' } });
  });
});
