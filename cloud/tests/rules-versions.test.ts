import type { DocumentData } from 'firebase/firestore/lite';
import { collection, deleteDoc, getDoc, getDocs, setDoc, updateDoc } from 'firebase/firestore/lite';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CloudModel } from '../../src/cloud/records';
import { publishVersion, sayReading, uploadVersion } from './fixtures/actions';
import { ago, at, chunkOf, headOf, idOf, now, versionOf } from './fixtures/documents';
import type { Persona } from './fixtures/world';
import { isAllowed, World } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-rules-versions');
const ada: Persona = { uid: 'ada' };
const reader: Persona = { uid: 'grace' };
const beyond = world.beyondRules;
let ids = { model: '', version: '' };
let head = headOf({ owner: 'ada' });

async function put(given: Partial<CloudModel> = {}): Promise<void> {
  ids = { model: idOf('model'), version: idOf('version') };
  head = headOf({ owner: 'ada', ...given });
  await setDoc(at.model(beyond, ids.model), head);
}

beforeEach(async () => {
  await world.clear();
  await put();
});
afterAll(() => world.close());

const sha = 'f'.repeat(64);

describe('a version', () => {
  it.each<[string, DocumentData]>([
    ['as it should be', {}],
    ['at its limits', { chunks: 12, bytes: 10_800_000, title: 'x'.repeat(120), summary: 'x'.repeat(8000) }],
    ['made from another', { parent: idOf('version') }],
  ])('%s is taken', async (_name, spoilt) => {
    expect(await isAllowed(uploadVersion(world, ada, ids, head, spoilt))).toBe(true);
  });

  it.each<[string, DocumentData]>([
    ['by somebody else', { by: 'grace' }],
    ['of another time', { at: ago(60) }],
    ['without a time', { at: undefined }],
    ['published at once', { state: 'published' }],
    ['without a state', { state: undefined }],
    ['of a number for a parent', { parent: 7 }],
    ['of too long a parent', { parent: 'x'.repeat(41) }],
    ['without a parent field', { parent: undefined }],
    ['with a number for a title', { title: 7 }],
    ['with too long a title', { title: 'x'.repeat(121) }],
    ['without a title', { title: undefined }],
    ['with an object for a summary', { summary: {} }],
    ['with too long a summary', { summary: 'x'.repeat(8001) }],
    ['of no bytes', { bytes: 0 }],
    ['of a text for bytes', { bytes: '3' }],
    ['of half a byte', { bytes: 0.5 }],
    ['of more bytes than its chunks hold', { bytes: 900_001 }],
    ['of no chunks', { chunks: 0 }],
    ['of 13 chunks', { chunks: 13 }],
    ['of half a chunk', { chunks: 1.5 }],
    ['without chunks', { chunks: undefined }],
    ['of a short checksum', { sha256: 'f'.repeat(63) }],
    ['of a checksum in capitals', { sha256: 'F'.repeat(64) }],
    ['of a number for a checksum', { sha256: 7 }],
    ['with a field of its own', { role: 'admin' }],
  ])('%s is refused', async (_name, spoilt) => {
    expect(await isAllowed(uploadVersion(world, ada, ids, head, spoilt))).toBe(false);
  });

  it('wants a proper name', async () => {
    expect(await isAllowed(uploadVersion(world, ada, { ...ids, version: 'one' }, head))).toBe(false);
  });

  it('wants a ticket for itself, with an entry', async () => {
    const other = { ticket: { version: idOf('version') } };
    expect(await isAllowed(uploadVersion(world, ada, ids, head, {}, other))).toBe(false);
    expect(await isAllowed(uploadVersion(world, ada, ids, head, {}, { ticket: null }))).toBe(false);
    expect(await isAllowed(uploadVersion(world, ada, ids, head, {}, { audit: null }))).toBe(false);
    const bare = setDoc(at.version(world.as(ada), ids.model, ids.version), versionOf({ by: 'ada' }));
    expect(await isAllowed(bare)).toBe(false);
  });

  it('is taken by no deleted model', async () => {
    await put({ deletedAt: ago(60) });
    expect(await isAllowed(uploadVersion(world, ada, ids, head))).toBe(false);
  });

  it('says nothing of a classified model', async () => {
    await put({ policy: 'CLASSIFIED' });
    expect(await isAllowed(uploadVersion(world, ada, ids, head, { title: 'Secret' }))).toBe(false);
    expect(await isAllowed(uploadVersion(world, ada, ids, head, { summary: '{}' }))).toBe(false);
    expect(await isAllowed(uploadVersion(world, ada, ids, head))).toBe(true);
  });
});

describe('a chunk', () => {
  const send = (persona: Persona, index: number | string, data: DocumentData = chunkOf()) =>
    isAllowed(setDoc(at.chunk(world.as(persona), ids.model, ids.version, index), data));
  beforeEach(() => uploadVersion(world, ada, ids, head, { chunks: 2 }));

  it('is taken up to 900 kB, once', async () => {
    expect(await send(ada, 0, chunkOf(900_000))).toBe(true);
    expect(await send(ada, 0, chunkOf())).toBe(false);
    expect(await send(ada, 1)).toBe(true);
  });

  it.each<[string, number | string, DocumentData]>([
    ['that is too large', 0, chunkOf(900_001)],
    ['beyond the last', 2, chunkOf()],
    ['before the first', -1, chunkOf()],
    ['of a second name for the first', '00', chunkOf()],
    ['of another name', 'x', chunkOf()],
    ['of text', 0, { bytes: 'text' }],
    ['without bytes', 0, {}],
    ['with a field of its own', 0, { ...chunkOf(), by: 'ada' }],
  ])('%s is refused', async (_name, index, data) => {
    expect(await send(ada, index, data)).toBe(false);
  });

  it('is nobody else’s, even if they may write', async () => {
    await setDoc(at.model(beyond, ids.model), headOf({ owner: 'ada', workspace: 'space' }));
    const member: Persona = { uid: 'ada', workspaces: { space: 'member' } };
    const editor: Persona = { uid: 'emmy', workspaces: { space: 'editor' } };
    expect(await send(editor, 0)).toBe(false);
    expect(await send(member, 0)).toBe(true);
    expect(await send({ uid: 'ada' }, 1)).toBe(false);
  });

  it('is taken by no version that is not there', async () => {
    ids = { ...ids, version: idOf('version') };
    expect(await send(ada, 0)).toBe(false);
  });
});

describe('publishing', () => {
  const send = (index: number) => setDoc(at.chunk(world.as(ada), ids.model, ids.version, index), chunkOf());
  beforeEach(() => uploadVersion(world, ada, ids, head, { chunks: 2 }));

  it('wants the last chunk, and happens once', async () => {
    await send(0);
    expect(await isAllowed(publishVersion(world, ada, ids, head))).toBe(false);
    await send(1);
    expect(await isAllowed(publishVersion(world, ada, ids, head))).toBe(true);
    expect(await isAllowed(publishVersion(world, ada, ids, { ...head, revision: 2 }))).toBe(false);
    const change = { state: 'uploading' };
    expect(await isAllowed(publishVersion(world, ada, ids, { ...head, revision: 2 }, change))).toBe(false);
    const again = setDoc(at.chunk(world.as(ada), ids.model, ids.version, 0), chunkOf());
    expect(await isAllowed(again)).toBe(false);
    await deleteDoc(at.chunk(beyond, ids.model, ids.version, 0));
    expect(await isAllowed(send(0))).toBe(false);
  });

  it.each<[string, DocumentData]>([
    ['changes nothing else', { state: 'published', title: 'Other' }],
    ['changes no checksum', { state: 'published', sha256: sha }],
    ['knows no other state', { state: 'final' }],
  ])('%s', async (_name, change) => {
    await send(1);
    expect(await isAllowed(publishVersion(world, ada, ids, head, change))).toBe(false);
  });

  it('is part of the model’s change, with a ticket for this version', async () => {
    await send(1);
    const alone = updateDoc(at.version(world.as(ada), ids.model, ids.version), { state: 'published' });
    expect(await isAllowed(alone)).toBe(false);
    const other = { ticket: { version: idOf('version') } };
    expect(await isAllowed(publishVersion(world, ada, ids, head, { state: 'published' }, other))).toBe(false);
    const skips = { ...head, revision: 2 };
    expect(await isAllowed(publishVersion(world, ada, ids, skips))).toBe(false);
  });

  it('is for who has sent it', async () => {
    const editor: Persona = { uid: 'emmy', workspaces: { space: 'editor' } };
    const shared = headOf({ owner: 'ada', workspace: 'space' });
    await setDoc(at.model(beyond, ids.model), shared);
    await setDoc(at.chunk(beyond, ids.model, ids.version, 1), chunkOf());
    expect(await isAllowed(publishVersion(world, editor, ids, shared))).toBe(false);
  });
});

describe('reading a restricted model', () => {
  const version = (persona: Persona) =>
    isAllowed(getDoc(at.version(world.as(persona), ids.model, ids.version)));
  const chunk = (persona: Persona) =>
    isAllowed(getDoc(at.chunk(world.as(persona), ids.model, ids.version, 0)));
  const all = (persona: Persona) =>
    isAllowed(getDocs(collection(world.as(persona), 'models', ids.model, 'versions')));
  beforeEach(async () => {
    await put({ policy: 'RESTRICTED', people: { grace: 'read' } });
    await setDoc(at.version(beyond, ids.model, ids.version), versionOf({ by: 'ada', state: 'published' }));
    await setDoc(at.chunk(beyond, ids.model, ids.version, 0), chunkOf());
  });

  it('wants it said first, even by its owner', async () => {
    for (const persona of [ada, reader]) {
      expect([await version(persona), await chunk(persona), await all(persona)]).toEqual([
        false,
        false,
        false,
      ]);
      await sayReading(world, persona, ids.model, head);
      expect([await version(persona), await chunk(persona), await all(persona)]).toEqual([true, true, true]);
    }
  });

  it('has a minute, and may be said again', async () => {
    const said = { audit: idOf('audit') };
    await setDoc(at.reading(beyond, ids.model, 'grace'), { ...said, at: ago(61) });
    expect(await version(reader)).toBe(false);
    await setDoc(at.reading(beyond, ids.model, 'grace'), { ...said, at: ago(50) });
    expect(await version(reader)).toBe(true);
    expect(await isAllowed(sayReading(world, reader, ids.model, head))).toBe(true);
  });

  it.each<[string, DocumentData]>([
    ['of another time', { at: ago(-600) }],
    ['with another entry', { audit: idOf('audit') }],
    ['with a field of its own', { role: 'admin' }],
  ])('is not said %s', async (_name, spoilt) => {
    expect(await isAllowed(sayReading(world, reader, ids.model, head, spoilt))).toBe(false);
  });

  it('is not said for somebody else, nor without an entry', async () => {
    const forged = setDoc(at.reading(world.as(reader), ids.model, 'ada'), {
      at: now(),
      audit: idOf('audit'),
    });
    expect(await isAllowed(forged)).toBe(false);
    const silent = { audit: null };
    expect(await isAllowed(sayReading(world, reader, ids.model, head, {}, silent))).toBe(false);
    expect(await isAllowed(sayReading(world, { uid: 'eve' }, ids.model, head))).toBe(false);
    const own = at.reading(world.as(reader), ids.model, 'grace');
    const others = at.reading(world.as(reader), ids.model, 'ada');
    expect([await isAllowed(getDoc(own)), await isAllowed(getDoc(others))]).toEqual([true, false]);
  });
});

describe('what lies below a model', () => {
  const places = [
    () => at.version(world.as(ada), ids.model, ids.version),
    () => at.chunk(world.as(ada), ids.model, ids.version, 0),
    () => at.reading(world.as(ada), ids.model, 'ada'),
  ];

  it('is deleted with it and not before, by those who may', async () => {
    for (const place of places) expect(await isAllowed(deleteDoc(place()))).toBe(false);
    await setDoc(at.model(beyond, ids.model), { ...head, deletedAt: ago(60) });
    const eve = world.as({ uid: 'eve' });
    expect(await isAllowed(deleteDoc(at.version(eve, ids.model, ids.version)))).toBe(false);
    expect(await isAllowed(deleteDoc(at.chunk(eve, ids.model, ids.version, 0)))).toBe(false);
    expect(await isAllowed(deleteDoc(at.reading(eve, ids.model, 'ada')))).toBe(false);
    for (const place of places) expect(await isAllowed(deleteDoc(place()))).toBe(true);
  });
});
