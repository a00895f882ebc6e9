import type { DocumentData } from 'firebase/firestore/lite';
import { deleteDoc, getDoc, setDoc, Timestamp, updateDoc } from 'firebase/firestore/lite';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { CloudModel } from '../../src/cloud/records';
import { changeModel, createModel, eraseModel } from './fixtures/actions';
import { ago, at, headOf, idOf, now } from './fixtures/documents';
import type { Persona } from './fixtures/world';
import { isAllowed, World } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-rules-heads');
const ada: Persona = { uid: 'ada', workspaces: { space: 'admin' } };
beforeEach(() => world.clear());
afterAll(() => world.close());

async function put(given: Partial<CloudModel> = {}): Promise<{ id: string; head: CloudModel }> {
  const id = idOf('model');
  const head = headOf({ owner: 'ada', ...given });
  await setDoc(at.model(world.beyondRules, id), head);
  return { id, head };
}

const long = (length: number) => 'x'.repeat(length);
const people = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`person-${String(index)}`, 'read']));

describe('a new model', () => {
  it.each<[string, DocumentData]>([
    ['as it should be', {}],
    [
      'at its limits',
      { name: long(120), tags: Array(20).fill(long(40)), note: long(4000), device: long(80) },
    ],
    [
      'with fifty people',
      { policy: 'RESTRICTED', people: people(50), readers: ['ada', ...Object.keys(people(50))] },
    ],
    ['classified', { ...headOf({ owner: 'ada', policy: 'CLASSIFIED' }), seal: long(12_000) }],
    ['of a workspace', { workspace: 'space' }],
  ])('%s is taken', async (_name, spoilt) => {
    const given = 'workspace' in spoilt || 'policy' in spoilt ? (spoilt as Partial<CloudModel>) : {};
    expect(await isAllowed(createModel(world, ada, idOf('model'), given, spoilt))).toBe(true);
  });

  it.each<[string, DocumentData]>([
    ['of somebody else', { owner: 'grace' }],
    ['without an owner', { owner: undefined }],
    ['of a workspace that is not hers', { workspace: 'elsewhere' }],
    ['of a workspace that is no name', { workspace: 7 }],
    ['without a workspace field', { workspace: undefined }],
    ['of an unknown policy', { policy: 'SECRET' }],
    ['without a policy', { policy: undefined }],
    ['with people as a list', { people: ['grace'] }],
    ['without people', { people: undefined }],
    [
      'with people of an unknown right',
      { policy: 'RESTRICTED', people: { grace: 'own' }, readers: ['ada', 'grace'] },
    ],
    [
      'with 51 people',
      { policy: 'RESTRICTED', people: people(51), readers: ['ada', ...Object.keys(people(51))] },
    ],
    ['with readers beyond its people', { readers: ['ada', 'grace'] }],
    [
      'with readers that lack a person',
      { policy: 'RESTRICTED', people: { grace: 'read' }, readers: ['ada'] },
    ],
    ['with people listed under an open policy', { people: { grace: 'read' }, readers: ['ada', 'grace'] }],
    ['with readers that repeat', { readers: Array(52).fill('ada') }],
    ['without readers', { readers: undefined }],
    ['with a number for a name', { name: 7 }],
    ['with too long a name', { name: long(121) }],
    ['without a name', { name: undefined }],
    ['with a text for tags', { tags: 'vowels' }],
    ['with too many tags', { tags: Array(21).fill('x') }],
    ['with too long tags', { tags: [long(801)] }],
    ['with a number for a note', { note: 7 }],
    ['with too long a note', { note: long(4001) }],
    ['with a number for its live version', { live: 7 }],
    ['with a live version already', { live: idOf('version') }],
    ['without a live field', { live: undefined }],
    ['with a seal but not classified', { seal: 'sealed' }],
    ['without a seal field', { seal: undefined }],
    ['not of the first revision', { revision: 2 }],
    ['without a revision', { revision: undefined }],
    ['with a number for a device', { device: 7 }],
    ['with too long a device', { device: long(81) }],
    ['made earlier', { createdAt: ago(60) }],
    ['without a time', { createdAt: undefined }],
    ['changed earlier', { updatedAt: ago(60) }],
    ['deleted already', { deletedAt: now() }],
    ['without a field for deletion', { deletedAt: undefined }],
    ['with a field of its own', { role: 'admin' }],
  ])('%s is refused', async (_name, spoilt) => {
    const given = 'workspace' in spoilt ? { workspace: spoilt['workspace'] as string | null } : {};
    expect(await isAllowed(createModel(world, ada, idOf('model'), given, spoilt))).toBe(false);
  });

  it.each<[string, DocumentData]>([
    ['without a seal', { seal: null }],
    ['with a number for a seal', { seal: 7 }],
    ['with too long a seal', { seal: long(12_001) }],
    ['with a name', { name: 'Secret' }],
    ['with tags', { tags: ['secret'] }],
    ['with a note', { note: 'secret' }],
  ])('that is classified, %s, is refused', async (_name, spoilt) => {
    const given = { policy: 'CLASSIFIED' } as const;
    expect(await isAllowed(createModel(world, ada, idOf('model'), given, spoilt))).toBe(false);
  });

  it.each(['short', `${idOf('model')}x`, '0000000000000000model.1'])('named %s is refused', async (id) => {
    expect(await isAllowed(createModel(world, ada, id))).toBe(false);
  });

  it('takes the place of none', async () => {
    const { id } = await put({ owner: 'grace' });
    expect(await isAllowed(createModel(world, ada, id))).toBe(false);
  });

  it('is nothing that a viewer names themselves a writer of', async () => {
    const viewer: Persona = { uid: 'vera', workspaces: { space: 'viewer' } };
    const given = { workspace: 'space', policy: 'RESTRICTED', people: { vera: 'write' } } as const;
    expect(await isAllowed(createModel(world, viewer, idOf('model'), given))).toBe(false);
  });
});

describe('a change', () => {
  const step = { revision: 2, device: '', updatedAt: now() };

  it.each<[string, Parameters<typeof changeModel>[4], DocumentData, Partial<CloudModel>]>([
    ['of name, tags and note', 'update', { name: 'Other', tags: [], note: 'a' }, {}],
    ['of the live version', 'deploy', { live: idOf('version') }, {}],
    ['to no live version', 'deploy', { live: null }, { live: idOf('version') }],
    ['of the policy', 'policy', { policy: 'PUBLIC' }, {}],
    [
      'of the people',
      'policy',
      { people: { grace: 'read' }, readers: ['ada', 'grace'] },
      { policy: 'RESTRICTED' },
    ],
    ['of the workspace', 'policy', { workspace: 'space' }, {}],
    ['that deletes', 'delete', { deletedAt: now() }, {}],
    ['that restores', 'restore', { deletedAt: null }, { deletedAt: ago(60) }],
  ])('%s is taken', async (_name, action, change, given) => {
    const { id, head } = await put(given);
    expect(await isAllowed(changeModel(world, ada, id, head, action, change))).toBe(true);
  });

  it.each<[string, Parameters<typeof changeModel>[4], DocumentData, Partial<CloudModel>]>([
    ['that skips a revision', 'update', { revision: 3 }, {}],
    ['that repeats a revision', 'update', { revision: 1 }, {}],
    ['that takes a revision back', 'update', { revision: 0 }, {}],
    ['of an earlier time', 'update', { updatedAt: ago(60) }, {}],
    ['of the owner', 'update', { owner: 'grace', readers: ['grace'] }, {}],
    ['of the owner as its policy', 'policy', { owner: 'grace', readers: ['grace'] }, {}],
    ['of when it was made', 'update', { createdAt: ago(60) }, {}],
    ['of the policy as an update', 'update', { policy: 'PUBLIC' }, {}],
    ['of the workspace as an update', 'update', { workspace: 'space' }, {}],
    ['of the workspace to another', 'policy', { workspace: 'elsewhere' }, {}],
    ['of the live version as an update', 'update', { live: idOf('version') }, {}],
    ['of the name as a deployment', 'deploy', { name: 'Other' }, {}],
    ['of too long a live version', 'deploy', { live: long(41) }, {}],
    ['of the live version with the policy', 'policy', { live: idOf('version') }, {}],
    ['of the name with a deletion', 'delete', { deletedAt: now(), name: 'Other' }, {}],
    ['that deletes at another time', 'delete', { deletedAt: ago(60) }, {}],
    ['that deletes again', 'delete', { deletedAt: now() }, { deletedAt: ago(60) }],
    ['that deletes as an update', 'update', { deletedAt: now() }, {}],
    ['that restores what is there', 'restore', { deletedAt: null }, {}],
    ['that restores to deleted', 'restore', { deletedAt: now() }, { deletedAt: ago(60) }],
    ['of what is deleted', 'update', { name: 'Other' }, { deletedAt: ago(60) }],
    ['that publishes nothing', 'publish', {}, {}],
    ['that adds a field', 'update', { role: 'admin' }, {}],
    ['with an unknown action', 'grant', { name: 'Other' }, {}],
  ])('%s is refused', async (_name, action, change, given) => {
    const { id, head } = await put(given);
    expect(await isAllowed(changeModel(world, ada, id, head, action, change))).toBe(false);
  });

  it('is nothing by itself, without a ticket and an entry', async () => {
    const { id } = await put();
    expect(await isAllowed(updateDoc(at.model(world.as(ada), id), { ...step, name: 'Other' }))).toBe(false);
  });

  it('by an administrator moves no open model out of reach', async () => {
    const { id, head } = await put({ owner: 'grace', workspace: 'space' });
    const closes = { policy: 'RESTRICTED' };
    expect(await isAllowed(changeModel(world, ada, id, head, 'policy', closes))).toBe(false);
    const takes = { workspace: null };
    expect(await isAllowed(changeModel(world, ada, id, head, 'policy', takes))).toBe(false);
    const opens = { policy: 'PUBLIC' };
    expect(await isAllowed(changeModel(world, ada, id, head, 'policy', opens))).toBe(true);
  });

  it('to classified wants a sign-in of the last 15 minutes', async () => {
    const { id, head } = await put();
    const change = { policy: 'CLASSIFIED', seal: 'sealed', name: '', tags: [], note: '' };
    const stale = { ...ada, signedInAgo: 905 };
    expect(await isAllowed(changeModel(world, stale, id, head, 'policy', change))).toBe(false);
    const fresh = { ...ada, signedInAgo: 890 };
    expect(await isAllowed(changeModel(world, fresh, id, head, 'policy', change))).toBe(true);
  });
});

describe('erasing', () => {
  it('wants the model to be deleted first', async () => {
    const { id, head } = await put();
    expect(await isAllowed(eraseModel(world, ada, id, head))).toBe(false);
    await changeModel(world, ada, id, head, 'delete', { deletedAt: now() });
    expect(await isAllowed(deleteDoc(at.model(world.as(ada), id)))).toBe(false);
    expect(await isAllowed(eraseModel(world, ada, id, head))).toBe(true);
    expect((await getDoc(at.model(world.as(undefined), id))).exists()).toBe(false);
  });
});

it('shows a deleted public model to its owner only', async () => {
  const { id } = await put({ policy: 'PUBLIC', deletedAt: Timestamp.now() });
  expect(await isAllowed(getDoc(at.model(world.as(undefined), id)))).toBe(false);
  expect(await isAllowed(getDoc(at.model(world.as(ada), id)))).toBe(true);
});
