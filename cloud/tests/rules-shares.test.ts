import type { DocumentData } from 'firebase/firestore/lite';
import {
  collection,
  deleteDoc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
} from 'firebase/firestore/lite';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CloudModel } from '../../src/cloud/records';
import { createShare, revokeShare } from './fixtures/actions';
import { ago, at, chunkOf, headOf, idOf, shareOf } from './fixtures/documents';
import type { Persona } from './fixtures/world';
import { isAllowed, World } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-rules-shares');
const ada: Persona = { uid: 'ada', isAnonymous: true };
const eve: Persona = { uid: 'eve' };
const beyond = world.beyondRules;
const DAY = 86_400;
beforeEach(() => world.clear());
afterAll(() => world.close());

describe('a share', () => {
  it.each<[string, DocumentData]>([
    ['as it should be', {}],
    ['for a year', { expiresAt: ago(-366 * DAY + 60) }],
    ['of 10.8 MB', { chunks: 12, bytes: 10_800_000 }],
  ])('%s is taken', async (_name, spoilt) => {
    expect(await isAllowed(createShare(world, ada, idOf('share'), spoilt))).toBe(true);
  });

  it.each<[string, DocumentData]>([
    ['by somebody else', { by: 'eve' }],
    ['made earlier', { createdAt: ago(60) }],
    ['that has expired', { expiresAt: ago(1) }],
    ['for longer than a year', { expiresAt: ago(-366 * DAY - 60) }],
    ['for ever', { expiresAt: null }],
    ['without an end', { expiresAt: undefined }],
    ['of no bytes', { bytes: 0 }],
    ['of a text for bytes', { bytes: '3' }],
    ['of more bytes than its chunks hold', { bytes: 900_001 }],
    ['of no chunks', { chunks: 0 }],
    ['of 13 chunks', { chunks: 13 }],
    ['without a field for its model', { model: undefined }],
    ['of a model that is not there', { model: idOf('model') }],
    ['with a field of its own', { key: 'secret' }],
  ])('%s is refused', async (_name, spoilt) => {
    expect(await isAllowed(createShare(world, ada, idOf('share'), spoilt))).toBe(false);
  });

  it('wants a proper name, a ticket and an entry', async () => {
    expect(await isAllowed(createShare(world, ada, 'short'))).toBe(false);
    expect(await isAllowed(createShare(world, ada, idOf('share'), {}, { ticket: null }))).toBe(false);
    expect(await isAllowed(createShare(world, ada, idOf('share'), {}, { audit: null }))).toBe(false);
    expect(await isAllowed(createShare(world, ada, idOf('share'), {}, { audit: { owner: 'eve' } }))).toBe(
      false,
    );
    expect(
      await isAllowed(createShare(world, ada, idOf('share'), {}, { audit: { policy: 'INTERNAL' } })),
    ).toBe(false);
    expect(
      await isAllowed(createShare(world, ada, idOf('share'), {}, { audit: { workspace: 'space' } })),
    ).toBe(false);
    const bare = setDoc(at.share(world.as(ada), idOf('share')), shareOf({ by: 'ada' }));
    expect(await isAllowed(bare)).toBe(false);
  });

  it.each<[string, boolean, Partial<CloudModel>]>([
    ['her public model', true, { policy: 'PUBLIC' }],
    ['her deleted public model', false, { policy: 'PUBLIC', deletedAt: ago(60) }],
    ['her internal model', false, { policy: 'INTERNAL' }],
    ['her restricted model', false, { policy: 'RESTRICTED' }],
    ['her classified model', false, { policy: 'CLASSIFIED' }],
    ['somebody else’s public model', false, { policy: 'PUBLIC', owner: 'eve' }],
  ])('of %s: %s', async (_name, may, given) => {
    const model = idOf('model');
    await setDoc(at.model(beyond, model), headOf({ owner: 'ada', ...given }));
    expect(await isAllowed(createShare(world, ada, idOf('share'), { model }))).toBe(may);
  });

  it('is never changed, and revoked by who made it', async () => {
    const id = idOf('share');
    await createShare(world, ada, id);
    const change = { expiresAt: ago(-30 * DAY) };
    expect(await isAllowed(updateDoc(at.share(world.as(ada), id), change))).toBe(false);
    expect(await isAllowed(createShare(world, ada, id))).toBe(false);
    expect(await isAllowed(deleteDoc(at.share(world.as(ada), id)))).toBe(false);
    expect(await isAllowed(revokeShare(world, eve, id))).toBe(false);
    expect(await isAllowed(revokeShare(world, ada, id, { audit: { action: 'share' } }))).toBe(false);
    expect(await isAllowed(revokeShare(world, ada, id))).toBe(true);
    expect(await isAllowed(revokeShare(world, ada, id))).toBe(false);
  });

  it('is read by anyone until it expires, and listed by who made it', async () => {
    const [current, expired] = [idOf('share'), idOf('share')];
    await setDoc(at.share(beyond, current), shareOf({ by: 'ada' }));
    await setDoc(at.share(beyond, expired), shareOf({ by: 'ada', expiresAt: ago(1) }));
    for (const id of [current, expired])
      await setDoc(at.shareChunk(beyond, id, 0), { ...chunkOf(), by: 'ada' });
    for (const persona of [undefined, eve]) {
      const firestore = world.as(persona);
      expect(await isAllowed(getDoc(at.share(firestore, current)))).toBe(true);
      expect(await isAllowed(getDoc(at.shareChunk(firestore, current, 0)))).toBe(true);
      expect(await isAllowed(getDoc(at.share(firestore, expired)))).toBe(false);
      expect(await isAllowed(getDoc(at.shareChunk(firestore, expired, 0)))).toBe(false);
      expect(await isAllowed(getDoc(at.share(firestore, idOf('share'))))).toBe(true);
    }
    const list = (persona: Persona | undefined, by: string, ...more: ReturnType<typeof limit>[]) =>
      isAllowed(getDocs(query(collection(world.as(persona), 'shares'), where('by', '==', by), ...more)));
    expect(await list(ada, 'ada', limit(300))).toBe(true);
    expect(await list(ada, 'ada', limit(301))).toBe(false);
    expect(await list(ada, 'ada')).toBe(false);
    expect(await list(eve, 'ada', limit(300))).toBe(false);
    expect(await list(undefined, 'ada', limit(300))).toBe(false);
  });
});

describe('a chunk of a share', () => {
  let id = '';
  const send = (persona: Persona | undefined, index: number | string, data: DocumentData) =>
    isAllowed(setDoc(at.shareChunk(world.as(persona), id, index), data));
  const whole = { ...chunkOf(), by: 'ada' };
  beforeEach(async () => {
    id = idOf('share');
    await createShare(world, ada, id, { chunks: 2 });
  });

  it('is taken once, from who made the share, who deletes it too', async () => {
    expect(await send(eve, 0, { ...chunkOf(), by: 'eve' })).toBe(false);
    expect(await send(undefined, 0, whole)).toBe(false);
    expect(await send(ada, 0, { ...chunkOf(900_000), by: 'ada' })).toBe(true);
    expect(await send(ada, 0, whole)).toBe(false);
    expect(await isAllowed(deleteDoc(at.shareChunk(world.as(eve), id, 0)))).toBe(false);
    await revokeShare(world, ada, id);
    expect(await isAllowed(getDoc(at.shareChunk(world.as(eve), id, 0)))).toBe(false);
    expect(await isAllowed(deleteDoc(at.shareChunk(world.as(ada), id, 0)))).toBe(true);
  });

  it.each<[string, number | string, DocumentData]>([
    ['that is too large', 0, { ...chunkOf(900_001), by: 'ada' }],
    ['beyond the last', 2, whole],
    ['of a second name for the first', '00', whole],
    ['of text', 0, { bytes: 'text', by: 'ada' }],
    ['by somebody else', 0, { ...chunkOf(), by: 'eve' }],
    ['without its maker', 0, chunkOf()],
    ['with a field of its own', 0, { ...whole, key: 'secret' }],
  ])('%s is refused', async (_name, index, data) => {
    expect(await send(ada, index, data)).toBe(false);
  });
});
