import { afterEach, describe, expect, it } from 'vitest';
import { bytesOf as bytes, Desk, versionOf as version } from './fixtures/devices';

const desk = new Desk('demo-sync-models');
const devices = () => desk.pair();

afterEach(() => desk.close());

describe('a model saved on one device', () => {
  it('stands on the other one with its versions, and follows every change', async () => {
    const [a, b] = await devices();
    const model = await a.store.create({ name: 'Vowels', owner: a.uid }, [
      version(1000),
      version(2000, 'Second', 2),
    ]);
    await a.engine.syncOnce();
    expect(a.store.waiting.size).toBe(0);
    expect(a.states.get(model.id)?.kind).toBe('synced');
    await b.engine.syncOnce();
    expect(b.store.models.get(model.id)).toMatchObject({ name: 'Vowels', owner: a.uid, policy: 'INTERNAL' });
    for (const { id } of await a.store.listVersions(model.id))
      expect(b.store.files.get(id)).toEqual(a.store.files.get(id));

    const second = (await a.store.listVersions(model.id))[1]!;
    b.store.amend(model.id, { name: 'Renamed', live: second.id, tags: ['x'], policy: 'PUBLIC' });
    await b.engine.syncOnce();
    await a.engine.syncOnce();
    expect(a.store.models.get(model.id)).toMatchObject({
      name: 'Renamed',
      live: second.id,
      tags: ['x'],
      policy: 'PUBLIC',
    });

    a.store.amend(model.id, { deletedAt: Date.now() });
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    expect(b.store.models.get(model.id)?.deletedAt).toBeTypeOf('number');
    b.store.erase(model.id);
    await b.engine.syncOnce();
    expect(b.store.waiting.size).toBe(0);
    a.restart();
    await a.engine.syncOnce();
    expect(a.store.models.has(model.id)).toBe(false);
  });
});

describe('two devices that work at once', () => {
  it('merge what does not contradict', async () => {
    const [a, b] = await devices();
    const model = await a.store.create({ name: 'Vowels', owner: a.uid }, [version(500)]);
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    a.store.amend(model.id, { name: 'Better', tags: ['a'] });
    b.store.amend(model.id, { note: 'From the other desk', tags: ['b'] });
    const [first] = await a.store.listVersions(model.id);
    const one = await a.store.save(model.id, { ...version(600, 'A', 3), parent: first!.id });
    const two = await b.store.save(model.id, { ...version(700, 'B', 4), parent: first!.id });
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    await a.engine.syncOnce();
    const merged = { name: 'Better', note: 'From the other desk', tags: ['a', 'b'] };
    for (const device of [a, b]) {
      expect(device.store.models.size).toBe(1);
      expect(device.store.models.get(model.id)).toMatchObject(merged);
      expect(device.store.files.get(one.id)).toEqual(bytes(600, 3));
      expect(device.store.files.get(two.id)).toEqual(bytes(700, 4));
    }
  });

  it('keep both where they contradict, and say so', async () => {
    const [a, b] = await devices();
    const model = await a.store.create({ name: 'Vowels', owner: a.uid }, [version(500)]);
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    a.store.amend(model.id, { name: 'Mine' });
    b.store.amend(model.id, { name: 'Theirs' });
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    const state = b.states.get(model.id);
    expect(state).toMatchObject({ kind: 'conflict' });
    const copy = state?.kind === 'conflict' ? state.copy : '';
    await a.engine.syncOnce();
    for (const device of [a, b]) {
      expect(device.store.models.get(model.id)?.name).toBe('Theirs');
      expect(device.store.models.get(copy)?.name).toBe('Mine (from Device 1)');
      const [kept] = await device.store.listVersions(copy);
      expect(device.store.files.get(kept!.id)).toEqual(bytes(500));
    }
    await b.engine.acceptConflict(model.id);
    expect(b.states.get(model.id)?.kind).toBe('synced');
  });

  it('bring back what one deletes while the other works on it', async () => {
    const [a, b] = await devices();
    const model = await a.store.create({ name: 'Vowels', owner: a.uid }, []);
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    a.store.amend(model.id, { deletedAt: Date.now() });
    await a.engine.syncOnce();
    await b.store.save(model.id, version(800));
    await b.engine.syncOnce();
    await a.engine.syncOnce();
    expect(a.store.models.get(model.id)?.deletedAt).toBeUndefined();
    expect(await a.store.listVersions(model.id)).toHaveLength(1);
  });

  it('send again what one erased while the other worked on it', async () => {
    const [a, b] = await devices();
    const model = await a.store.create({ name: 'Vowels', owner: a.uid }, [version(400)]);
    await a.engine.syncOnce();
    await b.engine.syncOnce();
    a.store.amend(model.id, { deletedAt: Date.now() });
    await a.engine.syncOnce();
    a.store.erase(model.id);
    await a.engine.syncOnce();
    b.store.amend(model.id, { name: 'Kept' });
    await b.engine.syncOnce();
    expect(b.store.waiting.size).toBe(0);
    a.restart();
    await a.engine.syncOnce();
    expect(a.store.models.get(model.id)).toMatchObject({ name: 'Kept' });
    expect(await a.store.listVersions(model.id)).toHaveLength(1);
  });
});

describe('what is restricted', () => {
  it('is read only after saying so, and then goes as any other', async () => {
    const [a, b] = await devices();
    const model = await a.store.create({ name: 'Secret', owner: a.uid, policy: 'RESTRICTED' }, [
      version(900),
    ]);
    await a.engine.syncOnce();
    expect(a.store.waiting.size).toBe(0);
    await b.engine.syncOnce();
    expect(await b.store.listVersions(model.id)).toHaveLength(0);
    await b.engine.openRestricted(model.id);
    const [found] = await b.store.listVersions(model.id);
    expect(b.store.files.get(found!.id)).toEqual(bytes(900));
  });
});
