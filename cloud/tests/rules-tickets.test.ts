import type { DocumentData } from 'firebase/firestore/lite';
import { deleteDoc, getDoc, setDoc, updateDoc, writeBatch } from 'firebase/firestore/lite';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { changeModel, createModel, saidOf } from './fixtures/actions';
import type { Said } from './fixtures/commits';
import { commit, nextWindow } from './fixtures/commits';
import { ago, at, headOf, idOf, now, shareOf } from './fixtures/documents';
import type { Persona } from './fixtures/world';
import { isAllowed, World } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-rules-tickets');
const ada: Persona = { uid: 'ada', workspaces: { space: 'admin', other: 'admin' } };
const eve: Persona = { uid: 'eve' };
const head = headOf({ owner: 'ada' });
let id = '';
beforeEach(async () => {
  await world.clear();
  id = idOf('model');
  await setDoc(at.model(world.beyondRules, id), head);
});
afterAll(() => world.close());

const rename = (tampering: Parameters<typeof changeModel>[6]) =>
  isAllowed(changeModel(world, ada, id, head, 'update', { name: 'Other' }, tampering));

describe('a ticket', () => {
  it('is taken as it should be', async () => {
    expect(await rename({})).toBe(true);
  });

  it.each<[string, DocumentData]>([
    ['for another model', { id: idOf('model') }],
    ['for another kind of thing', { kind: 'share' }],
    ['for another action', { action: 'deploy' }],
    ['of another time', { at: ago(1) }],
    ['without a time', { at: undefined }],
    ['without a version', { version: undefined }],
    ['with too long a version', { version: 'x'.repeat(41) }],
    ['with a number for a version', { version: 7 }],
    ['with an entry that is not there', { audit: idOf('audit') }],
    ['without an entry', { audit: undefined }],
    ['that counts from zero', { count: 0 }],
    ['that counts two', { count: 2 }],
    ['without a count', { count: undefined }],
    ['of a minute of its own', { windowAt: ago(-60) }],
    ['of a minute that has begun', { windowAt: ago(30) }],
    ['without a minute', { windowAt: undefined }],
    ['with a field of its own', { role: 'admin' }],
  ])('%s is refused', async (_name, ticket) => {
    expect(await rename({ ticket })).toBe(false);
  });

  it('is part of every change', async () => {
    expect(await rename({ ticket: null })).toBe(false);
    expect(await rename({ audit: null })).toBe(false);
    expect(await rename({ ticket: null, audit: null })).toBe(false);
  });

  it('is nobody else’s', async () => {
    await rename({});
    expect(await isAllowed(getDoc(at.ticket(world.as(eve), 'ada')))).toBe(false);
    expect(await isAllowed(getDoc(at.ticket(world.as(ada), 'ada')))).toBe(true);
    expect(await isAllowed(deleteDoc(at.ticket(world.as(ada), 'ada')))).toBe(false);
    const firestore = world.as(eve);
    const batch = writeBatch(firestore);
    const audit = idOf('audit');
    const said = { at: now(), kind: 'model', id, action: 'update' };
    batch.set(at.audit(firestore, audit), {
      ...said,
      by: 'ada',
      workspace: null,
      owner: 'ada',
      policy: 'INTERNAL',
      detail: '',
    });
    batch.set(at.ticket(firestore, 'ada'), { ...said, version: '', audit, windowAt: now(), count: 1 });
    expect(await isAllowed(batch.commit())).toBe(false);
  });

  it('covers one thing only', async () => {
    const second = idOf('model');
    const create = saidOf(idOf('model'), head, 'create');
    expect(
      await isAllowed(
        commit(world, ada, create, (batch) => {
          batch.set(at.model(world.as(ada), create.id), head);
          batch.set(at.model(world.as(ada), second), head);
        }),
      ),
    ).toBe(false);
    const share: Said = {
      kind: 'share',
      id: idOf('share'),
      action: 'share',
      workspace: null,
      owner: 'ada',
      policy: 'PUBLIC',
    };
    expect(
      await isAllowed(
        commit(world, ada, share, (batch) => {
          batch.set(at.share(world.as(ada), share.id), shareOf({ by: 'ada' }));
          batch.set(at.share(world.as(ada), second), shareOf({ by: 'ada' }));
        }),
      ),
    ).toBe(false);
  });

  it('is used once: a later commit cannot lean on it', async () => {
    expect(await rename({})).toBe(true);
    const change = { name: 'Third', revision: 3, device: '', updatedAt: now() };
    expect(await isAllowed(updateDoc(at.model(world.as(ada), id), change))).toBe(false);
  });
});

describe('the audit', () => {
  it.each<[string, DocumentData]>([
    ['by somebody else', { by: 'eve' }],
    ['of another time', { at: ago(60) }],
    ['about another model', { id: idOf('model') }],
    ['about no proper name', { id: 'models/x' }],
    ['about another kind of thing', { kind: 'share' }],
    ['of an unknown kind of thing', { kind: 'member' }],
    ['of another action', { action: 'deploy' }],
    ['of another workspace', { workspace: 'space' }],
    ['of another owner', { owner: 'eve' }],
    ['of another policy', { policy: 'PUBLIC' }],
    ['without a policy', { policy: undefined }],
    ['with too long a detail', { detail: 'x'.repeat(501) }],
    ['with a number for a detail', { detail: 7 }],
    ['without a detail', { detail: undefined }],
    ['with a field of its own', { role: 'admin' }],
  ])('takes no entry %s', async (_name, audit) => {
    expect(await rename({ audit })).toBe(false);
  });

  it('says what the model was before', async () => {
    const change = { policy: 'PUBLIC' };
    const policy = (audit: DocumentData) =>
      isAllowed(changeModel(world, ada, id, head, 'policy', change, { audit }));
    expect(await policy({ policy: 'PUBLIC' })).toBe(false);
    expect(await policy({})).toBe(true);
  });

  it.each([
    'create',
    'update',
    'upload',
    'publish',
    'deploy',
    'policy',
    'delete',
    'restore',
    'erase',
    'read',
    'share',
  ] as const)('takes no entry %s without the change', async (action) => {
    const version = idOf('version');
    expect(await isAllowed(commit(world, ada, saidOf(id, head, action, version), () => undefined))).toBe(
      false,
    );
  });

  it.each(['share', 'revoke', 'invite', 'uninvite'] as const)(
    'takes no entry %s without the change',
    async (action) => {
      const kind = action === 'share' || action === 'revoke' ? 'share' : 'invitation';
      const workspace = kind === 'share' ? null : 'space';
      const policy = kind === 'share' ? 'PUBLIC' : 'INTERNAL';
      const said: Said = { kind, id: idOf(kind), action, workspace, owner: 'ada', policy };
      expect(await isAllowed(commit(world, ada, said, () => undefined))).toBe(false);
    },
  );

  it('is never changed, replaced or deleted', async () => {
    const auditId = idOf('audit');
    expect(await rename({ auditId })).toBe(true);
    const entry = at.audit(world.as(ada), auditId);
    expect(await isAllowed(updateDoc(entry, { detail: 'nothing' }))).toBe(false);
    expect(await isAllowed(deleteDoc(entry))).toBe(false);
    const again = changeModel(
      world,
      ada,
      id,
      { ...head, revision: 2 },
      'update',
      { name: 'Third' },
      { auditId },
    );
    expect(await isAllowed(again)).toBe(false);
  });

  it('takes no second entry with one ticket', async () => {
    const second = idOf('audit');
    const said = saidOf(id, head, 'update');
    const { kind, action, workspace, owner, policy } = said;
    const forged = { at: now(), by: 'ada', kind, id, action, workspace, owner, policy, detail: '' };
    const write = commit(world, ada, said, (batch) => {
      batch.update(at.model(world.as(ada), id), { name: 'Other', revision: 2, device: '', updatedAt: now() });
      batch.set(at.audit(world.as(ada), second), forged);
    });
    expect(await isAllowed(write)).toBe(false);
  });

  it('is read by who did it, whom it concerns, and the administrators of its workspace', async () => {
    const entry = {
      at: now(),
      by: 'b',
      kind: 'model',
      id,
      action: 'read',
      owner: 'o',
      policy: 'RESTRICTED',
      detail: '',
    };
    const [inSpace, own] = [idOf('audit'), idOf('audit')];
    await setDoc(at.audit(world.beyondRules, inSpace), { ...entry, workspace: 'space' });
    await setDoc(at.audit(world.beyondRules, own), { ...entry, workspace: null });
    const reads = (persona: Persona | undefined, name: string) =>
      isAllowed(getDoc(at.audit(world.as(persona), name)));
    for (const uid of ['b', 'o']) expect(await reads({ uid }, inSpace)).toBe(true);
    expect(await reads(ada, inSpace)).toBe(true);
    expect(await reads(ada, own)).toBe(false);
    for (const role of ['viewer', 'member', 'editor'] as const)
      expect(await reads({ uid: role, workspaces: { space: role } }, inSpace)).toBe(false);
    expect(await reads(undefined, inSpace)).toBe(false);
  });
});

describe('the limit of changes', () => {
  const ticket = (count: number, windowAt = ago(30)) => {
    const said = { kind: 'model', id, version: '', action: 'update', audit: idOf('audit') };
    return setDoc(at.ticket(world.beyondRules, 'ada'), { ...said, at: windowAt, windowAt, count });
  };

  it('lets the last one of a minute through and no more', async () => {
    await ticket(118);
    const create = () => isAllowed(createModel(world, ada, idOf('model')));
    expect([await create(), await create(), await create()]).toEqual([true, true, false]);
  });

  it('begins anew after a minute, and not before', async () => {
    await ticket(120, ago(50));
    const fresh = { windowAt: now(), count: 1 };
    expect(await rename({ ticket: fresh })).toBe(false);
    await ticket(120, ago(61));
    expect(await nextWindow(world, 'ada')).toMatchObject({ count: 1 });
    expect(await rename({})).toBe(true);
  });

  it.each<[string, DocumentData]>([
    ['a change is not counted', { count: 5 }],
    ['the count goes back', { count: 1 }],
    ['the minute begins early', { windowAt: now(), count: 1 }],
    ['the minute begins later', { windowAt: ago(10), count: 6 }],
  ])('holds when %s', async (_name, spoilt) => {
    await ticket(5);
    expect(await rename({ ticket: spoilt })).toBe(false);
  });
});
