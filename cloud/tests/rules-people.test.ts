import type { DocumentData, Firestore } from 'firebase/firestore/lite';
import { collection, deleteDoc, doc, getDoc, getDocs, setDoc, updateDoc } from 'firebase/firestore/lite';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { changeModel, createModel, createShare, invite, uninvite } from './fixtures/actions';
import { commit } from './fixtures/commits';
import { ago, at, headOf, idOf, invitationOf, now, profileOf } from './fixtures/documents';
import { isAllowed, World } from './fixtures/world';
import type { Persona } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-rules-people');
const ada: Persona = { uid: 'ada', workspaces: { space: 'admin', other: 'admin' } };
const eve: Persona = { uid: 'eve' };
const beyond = world.beyondRules;
beforeEach(() => world.clear());
afterAll(() => world.close());

const save = (persona: Persona | undefined, person: string, data: DocumentData) =>
  isAllowed(setDoc(at.user(world.as(persona), person), data));

describe('a profile', () => {
  it.each<[string, boolean, DocumentData]>([
    ['as it should be', true, profileOf()],
    ['that keeps a day', true, profileOf({ retentionDays: 1 })],
    ['that keeps ten years', true, profileOf({ retentionDays: 3650 })],
    ['that keeps nothing', false, profileOf({ retentionDays: 0 })],
    ['that keeps more than ten years', false, profileOf({ retentionDays: 3651 })],
    ['that keeps half days', false, profileOf({ retentionDays: 1.5 })],
    ['that keeps a text', false, { ...profileOf(), retentionDays: '30' }],
    ['without keeping', false, { createdAt: now(), signedOutAt: null }],
    ['made earlier', false, profileOf({ createdAt: ago(60) })],
    ['signed out in the future', false, profileOf({ signedOutAt: ago(-60) })],
    ['without a field for signing out', false, { createdAt: now(), retentionDays: 30 }],
    ['with a role', false, { ...profileOf(), role: 'admin' }],
  ])('%s: %s', async (_name, may, data) => {
    expect(await save(ada, 'ada', data)).toBe(may);
  });

  it('is one’s own', async () => {
    expect(await save(eve, 'ada', profileOf())).toBe(false);
    expect(await save(undefined, 'ada', profileOf())).toBe(false);
    await setDoc(at.user(beyond, 'ada'), profileOf());
    expect(await isAllowed(getDoc(at.user(world.as(ada), 'ada')))).toBe(true);
    expect(await isAllowed(getDoc(at.user(world.as(eve), 'ada')))).toBe(false);
    expect(await isAllowed(getDoc(at.user(world.as(undefined), 'ada')))).toBe(false);
    expect(await isAllowed(updateDoc(at.user(world.as(eve), 'ada'), { retentionDays: 1 }))).toBe(false);
    expect(await isAllowed(deleteDoc(at.user(world.as(ada), 'ada')))).toBe(false);
  });

  it('changes what may change', async () => {
    await setDoc(at.user(beyond, 'ada'), profileOf());
    const change = (data: DocumentData) => isAllowed(updateDoc(at.user(world.as(ada), 'ada'), data));
    expect(await change({ retentionDays: 7 })).toBe(true);
    expect(await change({ retentionDays: 0 })).toBe(false);
    expect(await change({ createdAt: ago(60) })).toBe(false);
    expect(await change({ role: 'admin' })).toBe(false);
  });
});

describe('signing out everywhere', () => {
  const old: Persona = { uid: 'ada', signedInAgo: 120, workspaces: { space: 'admin' } };
  const anew: Persona = { uid: 'ada', workspaces: { space: 'admin' } };

  it('ends every session that began before, in the middle of its work', async () => {
    const id = idOf('model');
    const head = headOf({ owner: 'ada' });
    await setDoc(at.model(beyond, id), head);
    await setDoc(at.user(beyond, 'ada'), profileOf({ signedOutAt: ago(60) }));
    const rename = (persona: Persona) => changeModel(world, persona, id, head, 'update', { name: 'Other' });
    expect(await isAllowed(getDoc(at.model(world.as(old), id)))).toBe(false);
    expect(await isAllowed(rename(old))).toBe(false);
    expect(await isAllowed(createModel(world, old, idOf('model')))).toBe(false);
    expect(await isAllowed(createShare(world, old, idOf('share')))).toBe(false);
    expect(await isAllowed(invite(world, old, 'space', idOf('invitation')))).toBe(false);
    expect(await isAllowed(getDoc(doc(world.as(old), 'workspaces', 'space')))).toBe(false);
    expect(await isAllowed(getDoc(at.ticket(world.as(old), 'ada')))).toBe(false);
    expect(await isAllowed(getDoc(at.model(world.as(anew), id)))).toBe(true);
    expect(await isAllowed(rename(anew))).toBe(true);
    // The session learns from it that it is over.
    expect(await isAllowed(getDoc(at.user(world.as(old), 'ada')))).toBe(true);
  });

  it('is not taken back', async () => {
    await setDoc(at.user(beyond, 'ada'), profileOf({ signedOutAt: ago(60) }));
    const change = (persona: Persona, signedOutAt: unknown) =>
      isAllowed(updateDoc(at.user(world.as(persona), 'ada'), { signedOutAt }));
    expect(await change(old, ago(30))).toBe(false);
    expect(await change(anew, ago(90))).toBe(false);
    expect(await change(anew, null)).toBe(false);
    expect(await change(anew, ago(-60))).toBe(false);
    expect(await change(anew, now())).toBe(true);
  });
});

describe('a withdrawn role', () => {
  const before: Persona = { uid: 'emmy', workspaces: { space: 'editor' }, tokenAgo: 120, signedInAgo: 120 };
  const after: Persona = { ...before, tokenAgo: 0 };
  const membership = (firestore: Firestore) => doc(firestore, 'memberships', 'emmy');

  it('ends at once, although the token still names it', async () => {
    const id = idOf('model');
    const head = headOf({ owner: 'ada', workspace: 'space' });
    await setDoc(at.model(beyond, id), head);
    const change = (persona: Persona, revision: number) =>
      isAllowed(changeModel(world, persona, id, { ...head, revision }, 'update', { name: 'Other' }));
    expect(await change(before, 1)).toBe(true);
    await setDoc(membership(beyond), { workspaces: {}, loweredAt: null });
    expect(await change(before, 2)).toBe(true);
    await setDoc(membership(beyond), { workspaces: {}, loweredAt: ago(60) });
    expect(await change(before, 3)).toBe(false);
    expect(await isAllowed(getDoc(at.model(world.as(before), id)))).toBe(false);
    expect(await change(after, 3)).toBe(true);
  });

  it('is kept where nobody reads or writes', async () => {
    await setDoc(membership(beyond), { workspaces: {}, loweredAt: ago(60) });
    const own = membership(world.as(before));
    expect(await isAllowed(getDoc(own))).toBe(false);
    expect(await isAllowed(setDoc(own, { workspaces: { space: 'admin' }, loweredAt: null }))).toBe(false);
    expect(await isAllowed(deleteDoc(own))).toBe(false);
  });
});

describe('a workspace', () => {
  const everyone = (['viewer', 'member', 'editor', 'admin'] as const).map((role): Persona => ({
    uid: role,
    workspaces: { space: role },
  }));

  it('is seen by those who belong to it and written by nobody', async () => {
    await setDoc(doc(beyond, 'workspaces', 'space'), { name: 'Space' });
    await setDoc(doc(beyond, 'workspaces', 'space', 'members', 'ada'), { role: 'admin' });
    for (const persona of [...everyone, eve, undefined]) {
      const firestore = world.as(persona);
      const belongs = persona?.workspaces !== undefined;
      const space = doc(firestore, 'workspaces', 'space');
      const members = collection(space, 'members');
      expect(await isAllowed(getDoc(space))).toBe(belongs);
      expect(await isAllowed(getDoc(doc(members, 'ada')))).toBe(belongs);
      expect(await isAllowed(getDocs(members))).toBe(belongs);
      expect(await isAllowed(setDoc(space, { name: 'Mine' }))).toBe(false);
      expect(await isAllowed(setDoc(doc(members, persona?.uid ?? 'x'), { role: 'admin' }))).toBe(false);
      expect(await isAllowed(getDocs(collection(firestore, 'workspaces')))).toBe(false);
    }
  });

  it('is entered by invitations of its administrators only', async () => {
    for (const persona of everyone) {
      const may = persona.uid === 'admin';
      const id = idOf('invitation');
      expect(await isAllowed(invite(world, persona, 'space', id))).toBe(may);
      await setDoc(at.invitation(beyond, 'space', id), invitationOf({ by: 'ada' }));
      expect(
        await isAllowed(getDocs(collection(world.as(persona), 'workspaces', 'space', 'invitations'))),
      ).toBe(may);
      expect(await isAllowed(uninvite(world, persona, 'space', id))).toBe(may);
    }
  });
});

describe('an invitation', () => {
  it.each<[string, boolean, DocumentData]>([
    ['as it should be', true, {}],
    ['for a month', true, { expiresAt: ago(-31 * 86_400 + 60) }],
    ['for longer', false, { expiresAt: ago(-31 * 86_400 - 60) }],
    ['that has expired', false, { expiresAt: ago(1) }],
    ['to a number', false, { email: 7 }],
    ['to too long an address', false, { email: 'x'.repeat(255) }],
    ['to nobody', false, { email: undefined }],
    ['as an owner', false, { role: 'owner' }],
    ['in another name', false, { by: 'eve' }],
    ['of another time', false, { createdAt: ago(60) }],
    ['with a field of its own', false, { note: 'hello' }],
  ])('%s: %s', async (_name, may, spoilt) => {
    expect(await isAllowed(invite(world, ada, 'space', idOf('invitation'), spoilt))).toBe(may);
  });

  it('wants a proper name, a ticket and a true entry', async () => {
    expect(await isAllowed(invite(world, ada, 'space', 'short'))).toBe(false);
    const bad = [
      { ticket: null },
      { audit: null },
      { audit: { owner: 'eve' } },
      { audit: { policy: 'PUBLIC' } },
    ];
    for (const tampering of bad)
      expect(await isAllowed(invite(world, ada, 'space', idOf('invitation'), {}, tampering))).toBe(false);
  });

  it('is covered for one workspace by one ticket', async () => {
    const id = idOf('invitation');
    const said = {
      kind: 'invitation',
      id,
      action: 'invite',
      workspace: 'space',
      owner: 'ada',
      policy: 'INTERNAL',
    } as const;
    const both = commit(world, ada, said, (batch) => {
      for (const workspace of ['space', 'other'])
        batch.set(at.invitation(world.as(ada), workspace, id), invitationOf({ by: 'ada' }));
    });
    expect(await isAllowed(both)).toBe(false);
  });

  it('is never changed', async () => {
    const id = idOf('invitation');
    await invite(world, ada, 'space', id);
    expect(await isAllowed(updateDoc(at.invitation(world.as(ada), 'space', id), { role: 'admin' }))).toBe(
      false,
    );
    expect(await isAllowed(deleteDoc(at.invitation(world.as(ada), 'space', id)))).toBe(false);
  });

  it('is read by the verified address it was sent to', async () => {
    const id = idOf('invitation');
    await setDoc(at.invitation(beyond, 'space', id), invitationOf({ by: 'ada' }));
    const email = 'grace@example.com';
    const reads = (persona: Persona | undefined) =>
      isAllowed(getDoc(at.invitation(world.as(persona), 'space', id)));
    expect(await reads({ uid: 'grace', email })).toBe(true);
    expect(await reads({ uid: 'grace', email, isVerified: false })).toBe(false);
    expect(await reads({ uid: 'eve', email: 'eve@example.com' })).toBe(false);
    expect(await reads(eve)).toBe(false);
    expect(await reads(undefined)).toBe(false);
    expect(await reads(ada)).toBe(true);
  });
});

it('has nothing anywhere else', async () => {
  for (const path of ['anything', 'admins', 'functions']) {
    const place = doc(world.as(ada), path, 'x');
    expect(await isAllowed(getDoc(place))).toBe(false);
    expect(await isAllowed(setDoc(place, {}))).toBe(false);
  }
});
