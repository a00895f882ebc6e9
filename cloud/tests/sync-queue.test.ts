import { doc, serverTimestamp, setDoc, Timestamp } from 'firebase/firestore/lite';
import { signInWithEmailAndPassword } from 'firebase/auth';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { endAllSessions } from '../../src/cloud/auth/session';
import { toFault } from '../../src/lib/fault';
import { newId } from '../../src/library/store/page-life';
import { CHUNK_BYTES } from '../../src/cloud/records';
import { bytesOf, Desk, syncAgain, versionOf } from './fixtures/devices';
import { World } from './fixtures/world';

const PROJECT = 'demo-sync-queue';
const desk = new Desk(PROJECT);
let world: World;

beforeAll(() => {
  world = new World(inject('emulators').firestore, PROJECT);
});
afterEach(() => desk.close());
afterAll(() => world.close());

describe('what waits to be sent', () => {
  it('goes on past what is refused, which keeps its reason and can be tried again', async () => {
    const [a] = await desk.pair();
    const one = await a.store.create({ name: 'One', owner: a.uid }, []);
    const bad = await a.store.create({ name: 'x'.repeat(121), owner: a.uid }, []);
    const two = await a.store.create({ name: 'Two', owner: a.uid }, [versionOf(100)]);
    await a.engine.syncOnce();
    expect(a.states.get(one.id)?.kind).toBe('synced');
    expect(a.states.get(two.id)?.kind).toBe('synced');
    expect(a.states.get(bad.id)).toMatchObject({ kind: 'refused', fault: { code: 'cloud/denied' } });
    expect(a.store.models.get(bad.id)?.name).toHaveLength(121);
    // Not asked again by itself.
    const { sent } = a.wire;
    await a.engine.syncOnce();
    expect(a.wire.sent - sent).toBeLessThan(20_000);
    a.store.amend(bad.id, { name: 'Short' });
    await a.engine.syncOnce();
    expect(a.states.get(bad.id)?.kind).toBe('synced');
  });

  it('waits where a quota is exhausted, and goes when a person tries again', async () => {
    const [a] = await desk.pair();
    const model = await a.store.create({ name: 'One', owner: a.uid }, []);
    a.wire.exhaust(':commit');
    await syncAgain(a);
    expect(a.states.get(model.id)).toMatchObject({ kind: 'refused', fault: { code: 'cloud/quota' } });
    expect(a.store.waiting.get(model.id)?.retryAt).toBeGreaterThan(Date.now());
    a.wire.exhaust(undefined);
    await a.engine.tryAgain(model.id);
    await syncAgain(a);
    expect(a.states.get(model.id)?.kind).toBe('synced');
  });

  it('sends no chunk of an archive twice when it is interrupted', async () => {
    const [a, b] = await desk.pair();
    const length = 3 * CHUNK_BYTES + 1234;
    const model = await a.store.create({ name: 'Large', owner: a.uid }, [versionOf(length)]);
    const watching = setInterval(() => {
      const state = a.states.get(model.id);
      if (state?.kind === 'syncing' && state.sent >= 2 * CHUNK_BYTES) a.wire.cut();
    }, 1);
    await expect(a.engine.syncOnce()).rejects.toMatchObject({ fault: { code: 'cloud/unreachable' } });
    clearInterval(watching);
    expect(a.store.waiting.size).toBe(1);
    a.wire.mend();
    const { sent } = a.wire;
    a.restart();
    await syncAgain(a);
    expect(a.store.waiting.size).toBe(0);
    // In base64, and at most the chunk again whose answer was lost.
    expect(a.wire.sent - sent).toBeLessThan(1.4 * 2 * CHUNK_BYTES);
    await b.engine.syncOnce();
    const [version] = await b.store.listVersions(model.id);
    expect(version?.isHere).toBe(false);
    expect(await b.engine.fetchArchive(version!.id)).toEqual(bytesOf(length));
  });

  it('stops when a person says so, and goes on from there', async () => {
    const [a] = await desk.pair();
    const model = await a.store.create({ name: 'Large', owner: a.uid }, [versionOf(3 * CHUNK_BYTES)]);
    const watching = setInterval(() => {
      const state = a.states.get(model.id);
      if (state?.kind === 'syncing' && state.sent >= CHUNK_BYTES) a.engine.cancel(model.id);
    }, 1);
    await a.engine.syncOnce();
    clearInterval(watching);
    expect(a.states.get(model.id)).toMatchObject({ kind: 'refused', fault: { code: 'cloud/stopped' } });
    await a.engine.tryAgain(model.id);
    await a.engine.syncOnce();
    expect(a.states.get(model.id)?.kind).toBe('synced');
  });

  it('stays through a session that ends in the middle, until the next sign-in', async () => {
    const email = desk.email();
    const a = await desk.open({ email });
    const model = await a.store.create({ name: 'One', owner: a.uid }, [versionOf(100)]);
    await a.engine.syncOnce();
    await setDoc(doc(world.beyondRules, 'users', a.uid), {
      createdAt: serverTimestamp(),
      retentionDays: 30,
      signedOutAt: Timestamp.fromMillis(Date.now() + 500),
    });
    const saved = await a.store.save(model.id, versionOf(200, 'Second', 2));
    await expect(a.engine.syncOnce()).rejects.toMatchObject({
      fault: { code: /cloud\/(signed-out|denied)/ },
    });
    expect(a.store.waiting.get(model.id)?.versions).toEqual([saved.id]);
    expect(a.store.files.get(saved.id)).toEqual(bytesOf(200, 2));
    // A new sign-in is later than the end of the old one by the clock that counts whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await signInWithEmailAndPassword(a.cloud.auth, email, 'not a secret');
    await a.engine.syncOnce();
    expect(a.store.waiting.size).toBe(0);
  });

  it('stays when another device signs out everywhere in the middle of a save, and goes on after signing in', async () => {
    const email = desk.email();
    const [a, b] = [await desk.open({ email }), await desk.open({ email })];
    const length = 3 * CHUNK_BYTES + 1234;
    const model = await a.store.create({ name: 'Large', owner: a.uid }, [versionOf(length)]);
    const watching = setInterval(() => {
      const state = a.states.get(model.id);
      if (state?.kind === 'syncing' && state.sent >= CHUNK_BYTES) a.wire.cut();
    }, 1);
    await expect(a.engine.syncOnce()).rejects.toMatchObject({ fault: { code: 'cloud/unreachable' } });
    clearInterval(watching);
    await endAllSessions(b.cloud);
    a.wire.mend();
    a.restart();
    const ended = await syncAgain(a).then(
      () => undefined,
      (thrown: unknown) => toFault(thrown),
    );
    expect(ended).toMatchObject({
      code: 'cloud/signed-out',
      fix: expect.stringContaining('Sign in again') as string,
    });
    expect(a.store.waiting.get(model.id)?.versions).toHaveLength(1);

    // A sign-in is dated to the second: one in the same second as the end counts as one before it.
    const again = async (): Promise<string> => {
      await signInWithEmailAndPassword(a.cloud.auth, email, 'not a secret');
      return syncAgain(a).then(
        () => 'sent',
        (thrown: unknown) => toFault(thrown).code,
      );
    };
    await expect.poll(again, { timeout: 10_000, interval: 500 }).toBe('sent');
    expect(a.store.waiting.size).toBe(0);
    await signInWithEmailAndPassword(b.cloud.auth, email, 'not a secret');
    await b.engine.syncOnce();
    const [version] = await b.store.listVersions(model.id);
    expect(await b.engine.fetchArchive(version!.id)).toEqual(bytesOf(length));
  });

  it.each([-11, 11])('is sent and merged where a clock is %i hours off', async (hours) => {
    const email = desk.email();
    const [a, b] = [await desk.open({ email }), await desk.open({ email })];
    const wrongly = async (work: () => Promise<unknown>): Promise<void> => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 });
      await work().finally(() => vi.useRealTimers());
    };
    const model = await a.store.create({ name: 'One', owner: a.uid }, [versionOf(100)]);
    await wrongly(() => a.engine.syncOnce());
    expect(a.states.get(model.id)?.kind).toBe('synced');
    await b.engine.syncOnce();
    b.store.amend(model.id, { name: 'Renamed' });
    await b.engine.syncOnce();
    await wrongly(async () => {
      a.store.amend(model.id, { note: 'Written at another time' });
      await a.engine.syncOnce();
    });
    await b.engine.syncOnce();
    for (const { store } of [a, b])
      expect(store.models.get(model.id)).toMatchObject({ name: 'Renamed', note: 'Written at another time' });
    expect([...a.store.models.keys()]).toEqual([...b.store.models.keys()]);
  });

  it('is sent once by two tabs of one browser', async () => {
    const email = desk.email();
    const a = await desk.open({ email, name: 'Browser · 1' });
    const tab = await desk.open({ email, name: 'Browser · 1', store: a.store });
    const model = await a.store.create({ name: 'One', owner: a.uid }, [
      versionOf(100),
      versionOf(200, 'B', 2),
    ]);
    for (let round = 0; round < 4; round++) {
      a.store.amend(model.id, { name: `Name ${round}` });
      await Promise.allSettled([a.engine.syncOnce(), tab.engine.syncOnce()]);
    }
    await a.engine.tryAgain();
    await a.engine.syncOnce();
    expect(a.store.waiting.size).toBe(0);
    expect(a.store.models.size).toBe(1);
    const other = await desk.open({ email });
    await other.engine.syncOnce();
    expect(other.store.models.get(model.id)?.name).toBe('Name 3');
    expect(await other.store.listVersions(model.id)).toHaveLength(2);
  });

  it('joins the account that signs in, and is no other account’s', async () => {
    const a = await desk.open();
    const model = await a.store.create({ name: 'Made without' }, [versionOf(100)]);
    await a.engine.syncOnce();
    expect(a.states.get(model.id)?.kind).not.toBe('synced');
    expect(await a.store.adopt(a.uid)).toBe(1);
    await a.engine.syncOnce();
    expect(a.states.get(model.id)?.kind).toBe('synced');
    const b = await desk.open({ store: a.store });
    a.store.amend(model.id, { name: 'Only for a' });
    await b.engine.syncOnce();
    expect(a.store.waiting.size).toBe(1);
    expect(b.states.has(model.id)).toBe(false);
    await a.engine.syncOnce();
    expect(a.store.waiting.size).toBe(0);
  });
});

describe('what hostile hands have left in the database', () => {
  it('is passed over with a word, and blocks nothing', async () => {
    const [a, b] = await desk.pair();
    const model = await a.store.create({ name: 'Good', owner: a.uid }, [
      versionOf(100),
      versionOf(200, 'B', 2),
    ]);
    await a.engine.syncOnce();
    const [first, second] = await a.store.listVersions(model.id);
    const at = serverTimestamp();
    const bad = { workspace: null, readers: [a.uid], updatedAt: at };
    const ids = [newId(), newId(), newId()];
    await setDoc(doc(world.beyondRules, 'models', ids[0]!), { ...bad, name: 7, tags: 'x', people: [] });
    await setDoc(doc(world.beyondRules, 'models', ids[1]!), { ...bad, name: 'x'.repeat(500_000) });
    await setDoc(doc(world.beyondRules, 'models', ids[2]!), { ...bad, people: { constructor: { evil: 1 } } });
    const versions = `models/${model.id}/versions`;
    await setDoc(doc(world.beyondRules, versions, 'not-an-id'), { state: 'published', bytes: -1 });
    // Another archive than the one that was promised.
    await setDoc(doc(world.beyondRules, `${versions}/${second!.id}/chunks/0`), { bytes: 'text' });
    await b.engine.syncOnce();
    expect(b.problems.map(({ id }) => id).sort()).toEqual([...ids, 'not-an-id', second!.id].sort());
    expect(b.store.models.size).toBe(1);
    expect(b.store.files.get(first!.id)).toEqual(bytesOf(100));
    expect(b.store.files.has(second!.id)).toBe(false);
    b.store.amend(model.id, { name: 'Still works' });
    await b.engine.syncOnce();
    expect(b.store.waiting.size).toBe(0);
    await expect(b.engine.fetchArchive(second!.id)).rejects.toMatchObject({
      fault: { code: 'cloud/damaged' },
    });
  });

  it('does not make a damaged head overwrite what is here', async () => {
    const [a] = await desk.pair();
    const model = await a.store.create({ name: 'Good', owner: a.uid }, []);
    await a.engine.syncOnce();
    await setDoc(doc(world.beyondRules, 'models', model.id), {
      owner: a.uid,
      readers: [a.uid],
      workspace: null,
    });
    a.store.amend(model.id, { name: 'Mine' });
    await a.engine.syncOnce();
    expect(a.states.get(model.id)?.kind).toBe('refused');
    expect(a.store.models.get(model.id)?.name).toBe('Mine');
  });
});
