import type { FirebaseApp } from 'firebase/app';
import { deleteApp, initializeApp } from 'firebase/app';
import type { Auth } from 'firebase/auth';
import { connectAuthEmulator, getAuth, signInAnonymously } from 'firebase/auth';
import type { Firestore } from 'firebase/firestore/lite';
import {
  connectFirestoreEmulator,
  doc,
  getDoc,
  getFirestore,
  setDoc,
  setLogLevel,
  Timestamp,
} from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { initializeTestEnvironment } from '@firebase/rules-unit-testing';
import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import type { CloudDoor } from '../../src/cloud/commit';
import { CHUNK_BYTES } from '../../src/cloud/records';
import { fetchShare } from '../../src/cloud/shares/fetch-share';
import { listShares } from '../../src/cloud/shares/list-shares';
import type { PublishedShare } from '../../src/cloud/shares/publish-share';
import { publishShare, revokeShare } from '../../src/cloud/shares/publish-share';

// Refusals are what is asked for.
setLogLevel('silent');

const PROJECT = 'demo-shares';
const apps: FirebaseApp[] = [];
let ada: CloudDoor;
let grace: CloudDoor;
/** Somebody who holds a link and has no account. */
let visitor: Firestore;
let admin: RulesTestEnvironment;

function at(address: string): readonly [string, number] {
  const [host = '', port = ''] = address.split(':');
  return [host, Number(port)];
}

function open(name: string): { readonly auth: Auth; readonly firestore: Firestore } {
  const { auth: authAt, firestore: firestoreAt } = inject('emulators');
  const app = initializeApp({ apiKey: 'demo', projectId: PROJECT }, `shares-${name}`);
  apps.push(app);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${authAt}`, { disableWarnings: true });
  const firestore = getFirestore(app);
  connectFirestoreEmulator(firestore, ...at(firestoreAt));
  return { auth, firestore };
}

beforeAll(async () => {
  [ada, grace] = [open('ada'), open('grace')];
  await Promise.all([ada, grace].map(({ auth }) => signInAnonymously(auth)));
  visitor = open('visitor').firestore;
  const [host, port] = at(inject('emulators').firestore);
  admin = await initializeTestEnvironment({ projectId: PROJECT, firestore: { host, port } });
});

afterAll(async () => {
  await admin.cleanup();
  await Promise.all(apps.map((app) => deleteApp(app)));
});

/** The same bytes each time, which do not deflate. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

const small = new TextEncoder().encode('an experiment with its phases');
const now = (): number => Date.now();
const publish = (bytes = small): Promise<PublishedShare> => publishShare(ada, bytes, { days: 1 });

async function codeOf(share: PublishedShare, clock = now()): Promise<string> {
  const opened = await fetchShare(visitor, share, { now: clock });
  return opened.ok ? 'opened' : opened.fault.code;
}

describe('links by id', () => {
  it('security.share: are opened, byte for byte, by somebody without an account', async () => {
    const share = await publish();
    const opened = await fetchShare(visitor, share, { now: now() });
    expect(opened).toMatchObject({ ok: true, value: { bytes: small, expiresAt: share.expiresAt } });
    expect(share.expiresAt - now()).toBeGreaterThan(86_000_000);
  });

  it('carry 10 MB in chunks, and say how far they are', async () => {
    const bytes = noise(10_000_000);
    const sent: number[] = [];
    const share = await publishShare(ada, bytes, {
      days: 7,
      onProgress: (each) => sent.push(each),
    });
    expect(sent).toHaveLength(Math.ceil(bytes.length / CHUNK_BYTES));
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    const loaded: number[] = [];
    const opened = await fetchShare(visitor, share, { now: now(), onProgress: (each) => loaded.push(each) });
    expect(opened.ok && Buffer.compare(opened.value.bytes, bytes)).toBe(0);
    expect(loaded.at(-1)).toBe(sent.at(-1));
    await revokeShare(ada, share.id, sent.length);
  }, 120_000);

  it('give the server neither the key nor a readable byte', async () => {
    const share = await publish(new TextEncoder().encode('the light turns right'.repeat(20)));
    await admin.withSecurityRulesDisabled(async (context) => {
      const store = context.firestore();
      const head = await store.doc(`shares/${share.id}`).get();
      const chunk = await store.doc(`shares/${share.id}/chunks/0`).get();
      const all = JSON.stringify([head.data(), chunk.data()]);
      expect(all).not.toContain(share.key);
      expect(Object.keys(head.data() ?? {}).sort()).toEqual(
        ['by', 'bytes', 'chunks', 'createdAt', 'expiresAt', 'model'].sort(),
      );
      expect(Object.keys(chunk.data() ?? {}).sort()).toEqual(['by', 'bytes']);
    });
  });

  it('are refused with a wrong key, and explained where nothing of that name was shared', async () => {
    const [share, other] = [await publish(), await publish()];
    expect(await codeOf({ ...share, key: other.key })).toBe('share/wrong-key');
    expect(await codeOf({ ...share, id: 'A'.repeat(22) })).toBe('share/gone');
  });

  it('are gone at once when they are revoked, by their owner only, and stay so', async () => {
    const share = await publish();
    await expect(revokeShare(grace, share.id, 1)).rejects.toMatchObject({ fault: { code: 'share/refused' } });
    expect(await codeOf(share)).toBe('opened');
    await revokeShare(ada, share.id, 1);
    expect(await codeOf(share)).toBe('share/gone');
    await admin.withSecurityRulesDisabled(async (context) => {
      expect((await context.firestore().doc(`shares/${share.id}/chunks/0`).get()).exists).toBe(false);
    });
  });

  it('expire by the clock of the server and by that of the device', async () => {
    const share = await publish();
    expect(await codeOf(share, now() + 2 * 86_400_000)).toBe('share/expired');
    await admin.withSecurityRulesDisabled(async (context) => {
      const past = new Date(now() - 1000);
      await context.firestore().doc(`shares/${share.id}`).update({ expiresAt: past });
    });
    expect(await codeOf(share, now() - 10 * 86_400_000)).toBe('share/expired');
  });

  it.each([-40, 40])('last as long as was said where the clock is %i hours off', async (hours) => {
    const right = now();
    vi.useFakeTimers({ toFake: ['Date'], now: right + hours * 3_600_000 });
    const share = await publish().finally(() => vi.useRealTimers());
    expect(Math.abs(share.expiresAt - right - 86_400_000)).toBeLessThan(60_000);
    expect(await codeOf(share)).toBe('opened');
  });

  it('are listed for their owner with what can be done about them, and for nobody else', async () => {
    const share = await publish();
    const mine = await listShares(ada);
    expect(mine[0]).toMatchObject({ id: share.id, expiresAt: share.expiresAt, chunks: 1 });
    expect(mine.map(({ createdAt }) => createdAt)).toEqual(
      mine.map(({ createdAt }) => createdAt).sort((a, b) => b - a),
    );
    expect(await listShares(grace)).toEqual([]);
  });

  it('leave nothing behind when they are cancelled on the way', async () => {
    const before = (await listShares(ada)).length;
    const stop = new AbortController();
    const share = publishShare(ada, noise(3_000_000), {
      days: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(share).rejects.toMatchObject({ fault: { code: 'share/cancelled' } });
    expect(await listShares(ada)).toHaveLength(before);
  });

  it('need somebody signed in to be made', async () => {
    const nobody = open('nobody');
    await expect(publishShare(nobody, small, { days: 1 })).rejects.toMatchObject({
      fault: { code: 'share/signed-out' },
    });
  });

  it('are explained where a document in the database is malformed or damaged', async () => {
    const share = await publish();
    for (const change of [
      { chunks: 'many' },
      { chunks: 999 },
      { bytes: -1 },
      { bytes: 7 },
      { expiresAt: 'soon' },
    ]) {
      await admin.withSecurityRulesDisabled(async (context) => {
        const head = context.firestore().doc(`shares/${share.id}`);
        const whole = (await head.get()).data() ?? {};
        await head.set({ ...whole, ...change });
      });
      // The rules themselves refuse what they cannot compare.
      expect(await codeOf(share)).toMatch(/^share\/(damaged|expired)$/);
      await admin.withSecurityRulesDisabled(async (context) => {
        const expiresAt = new Date(share.expiresAt);
        await context.firestore().doc(`shares/${share.id}`).update({ chunks: 1, expiresAt });
      });
    }
    const other = await publish();
    await admin.withSecurityRulesDisabled(async (context) => {
      await context.firestore().doc(`shares/${other.id}/chunks/0`).set({ bytes: 'text', by: 'x' });
    });
    expect(await codeOf(other)).toBe('share/damaged');
  });

  it('cannot be changed by anyone, their owner included', async () => {
    const share = await publish();
    const { firestore } = ada;
    const path = doc(firestore, 'shares', share.id);
    const whole = (await getDoc(path)).data();
    const later = Timestamp.fromMillis(share.expiresAt + 86_400_000);
    await expect(setDoc(path, { ...whole, expiresAt: later })).rejects.toMatchObject({
      code: 'permission-denied',
    });
    const chunk = doc(firestore, 'shares', share.id, 'chunks', '0');
    const bytes = (await getDoc(chunk)).data();
    await expect(setDoc(chunk, { ...bytes })).rejects.toMatchObject({ code: 'permission-denied' });
    expect(await codeOf(share)).toBe('opened');
  });

  it('say so when the cloud cannot be reached', async () => {
    const app = initializeApp({ apiKey: 'demo', projectId: PROJECT }, 'shares-unreachable');
    apps.push(app);
    const firestore = getFirestore(app);
    connectFirestoreEmulator(firestore, '127.0.0.1', 9);
    const opened = await fetchShare(firestore, await publish(), { now: now() });
    expect(opened).toMatchObject({ ok: false, fault: { code: 'share/not-reachable' } });
  });
});
