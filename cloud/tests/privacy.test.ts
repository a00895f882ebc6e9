import type { FirebaseApp } from 'firebase/app';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  getAuth,
  signInAnonymously,
} from 'firebase/auth';
import { connectFirestoreEmulator, getFirestore, setLogLevel } from 'firebase/firestore/lite';
import { deleteApp as deleteAdminApp, initializeApp as initializeAdminApp } from 'firebase-admin/app';
import { getAuth as getAdminAuth } from 'firebase-admin/auth';
import { getFirestore as getAdminFirestore, Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Firebase } from '../../src/cloud/firebase';
import type { Policy } from '../../src/library/models/model-records';
import { eraseAccount } from '../../src/cloud/privacy/erase-account';
import { exportAccount } from '../../src/cloud/privacy/export-account';
import { readRetention, writeRetention } from '../../src/cloud/privacy/profile';
import { publishShare } from '../../src/cloud/shares/publish-share';
import { RETENTION_DAYS } from '../../src/cloud/records';
import { leftOf } from '../functions/erase-account.mjs';
import { newId } from '../functions/ids.mjs';
import type { Services } from '../functions/members.mjs';
import { changeRole } from '../functions/members.mjs';
import { eraseOverdue, RETENTION_DAYS as SERVER_DAYS } from '../functions/retention.mjs';
import { createWorkspace } from '../functions/workspaces.mjs';

const emulators = inject('emulators');
// Functions answer for this project only; what is here has names of its own.
const project = 'demo-photonic';
const DAY = 86_400_000;
const archive = new Uint8Array([80, 75, 3, 4, 1, 2, 3]);
const apps: FirebaseApp[] = [];
let services: Services;
let admin: ReturnType<typeof initializeAdminApp>;

beforeAll(() => {
  setLogLevel('silent');
  process.env['FIREBASE_AUTH_EMULATOR_HOST'] = emulators.auth;
  process.env['FIRESTORE_EMULATOR_HOST'] = emulators.firestore;
  admin = initializeAdminApp({ projectId: project }, 'privacy-test');
  services = { auth: getAdminAuth(admin), firestore: getAdminFirestore(admin) };
});

afterAll(async () => {
  await Promise.all(apps.map((app) => deleteApp(app)));
  await deleteAdminApp(admin);
});

/** A person with a page of their own; no address: a guest. */
async function person(name?: string): Promise<{ readonly firebase: Firebase; readonly uid: string }> {
  const app = initializeApp({ apiKey: 'demo', projectId: project }, newId());
  apps.push(app);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${emulators.auth}`, { disableWarnings: true });
  const firestore = getFirestore(app);
  const [host = '', port = ''] = emulators.firestore.split(':');
  connectFirestoreEmulator(firestore, host, Number(port));
  const address = `${name}-${newId().toLowerCase()}@privacy.test`;
  const { user } = await (name === undefined
    ? signInAnonymously(auth)
    : createUserWithEmailAndPassword(auth, address, 'six vowels at once'));
  const config = {
    apiKey: 'demo',
    projectId: project,
    region: 'europe-west1',
    sessionTimeout: 3600,
    emulators,
  };
  return { firebase: { app, auth, firestore, config }, uid: user.uid };
}

interface Given {
  readonly workspace?: string | null;
  readonly policy?: Policy;
  readonly people?: Readonly<Record<string, 'read' | 'write'>>;
  readonly deletedAt?: Timestamp;
}

/** A model with one published version, past the rules. */
async function modelOf(owner: string, given: Given = {}): Promise<string> {
  const id = newId();
  const version = newId();
  const { people = {}, policy = 'INTERNAL', workspace = null, deletedAt = null } = given;
  const now = Timestamp.now();
  const model = services.firestore.doc(`models/${id}`);
  const readers = [owner, ...Object.keys(people)];
  const words = { name: 'Six vowels', tags: [], note: '', live: null, seal: null, device: 'test' };
  const times = { createdAt: now, updatedAt: now, deletedAt };
  await model.set({ owner, workspace, policy, people, readers, revision: 1, ...words, ...times });
  await model
    .collection('versions')
    .doc(version)
    .set({
      parent: null,
      title: '',
      by: owner,
      at: now,
      bytes: archive.length,
      sha256: '0'.repeat(64),
      chunks: 1,
      summary: '',
      state: 'published',
    });
  await model.collection('versions').doc(version).collection('chunks').doc('0').set({ bytes: archive });
  return id;
}

const exists = async (path: string): Promise<boolean> => (await services.firestore.doc(path).get()).exists;
const isEmpty = async (path: string): Promise<boolean> =>
  (await services.firestore.collection(path).get()).empty;

describe('everything about me', () => {
  it('holds the account, its models with archives, links and audit, and nothing of others', async () => {
    const ada = await person('ada');
    const grace = await person('grace');
    const own = await modelOf(ada.uid);
    const secret = await modelOf(ada.uid, { policy: 'RESTRICTED', people: { [grace.uid]: 'read' } });
    const other = await modelOf(grace.uid, { policy: 'RESTRICTED', people: { [ada.uid]: 'read' } });
    await publishShare(ada.firebase, archive.slice(), { days: 1 });
    const files = new Map<string, Uint8Array>();
    const keep = (path: string, bytes: Uint8Array): void => void files.set(path, bytes);
    const collected = await exportAccount(ada.firebase, keep, new AbortController().signal);

    // The link, and the reading of the restricted model that exporting it is.
    expect(collected).toEqual({ models: 2, shares: 1, audit: 2, problems: [] });
    const paths = [...files.keys()];
    expect(paths.filter((path) => path.includes(other))).toEqual([]);
    for (const id of [own, secret]) {
      const [found = ''] = paths.filter((path) => path.includes(id) && path.endsWith('.photonic.zip'));
      expect(files.get(found)).toEqual(archive);
    }
    const text = new TextDecoder().decode(files.get(`cloud/models/${own}/model.json`));
    const model = JSON.parse(text) as Record<string, unknown>;
    expect(model['name']).toBe('Six vowels');
    expect(String(model['updatedAt'])).toMatch(/^\d{4}-.*Z$/);
  });

  it('ends when it is cancelled', async () => {
    const { firebase, uid } = await person('ada');
    await modelOf(uid);
    const stop = new AbortController();
    stop.abort(new DOMException('Stopped', 'AbortError'));
    await expect(exportAccount(firebase, () => undefined, stop.signal)).rejects.toThrow('Stopped');
  });
});

describe('deleting an account', () => {
  it('leaves nothing of it, and says so', async () => {
    const ada = await person('ada');
    const grace = await person('grace');
    const own = await modelOf(ada.uid, { policy: 'RESTRICTED', people: { [grace.uid]: 'read' } });
    const named = await modelOf(grace.uid, { policy: 'RESTRICTED', people: { [ada.uid]: 'read' } });
    const { id } = await publishShare(ada.firebase, archive.slice(), { days: 1 });
    await writeRetention(ada.firebase, 7);
    expect(await leftOf(services, ada.uid)).toMatchObject({ models: 1, shares: 1, profile: 1, account: 1 });

    const { erased, left } = await eraseAccount(ada.firebase);

    expect(erased).toMatchObject({ models: 1, shares: 1 });
    expect(Object.values(left).every((count) => count === 0)).toBe(true);
    expect(await leftOf(services, ada.uid)).toEqual(left);
    expect(await exists(`models/${own}`)).toBe(false);
    expect(await isEmpty(`models/${own}/versions`)).toBe(true);
    expect(await isEmpty(`shares/${id}/chunks`)).toBe(true);
    const after = await services.firestore.doc(`models/${named}`).get();
    expect(after.get('readers')).toEqual([grace.uid]);
    expect(after.get('people')).toEqual({});
    expect(ada.firebase.auth.currentUser).toBeNull();
  });

  it('takes a guest without asking who it is', async () => {
    const guest = await person();
    await modelOf(guest.uid);
    expect((await eraseAccount(guest.firebase)).erased).toMatchObject({ models: 1 });
  });

  it('leaves a workspace what all of it use, and an administrator', async () => {
    const ada = await person('ada');
    const grace = await person('grace');
    const workspace = await createWorkspace(services, { name: 'Photonics', admin: ada.uid, by: 'test' });
    await changeRole(services, { workspace, uid: grace.uid, role: 'member', by: 'test' });
    const shared = await modelOf(ada.uid, { workspace });
    const secret = await modelOf(ada.uid, { workspace, policy: 'RESTRICTED' });

    await expect(eraseAccount(ada.firebase)).rejects.toMatchObject({ fault: { code: 'account/last-admin' } });
    expect(await exists(`models/${secret}`)).toBe(true);
    expect(ada.firebase.auth.currentUser).not.toBeNull();

    await changeRole(services, { workspace, uid: grace.uid, role: 'admin', by: 'test' });
    await eraseAccount(ada.firebase);
    expect((await services.firestore.doc(`models/${shared}`).get()).get('owner')).toBe(grace.uid);
    expect(await exists(`models/${secret}`)).toBe(false);
    expect(await exists(`workspaces/${workspace}/members/${ada.uid}`)).toBe(false);
    expect(await leftOf(services, ada.uid)).toMatchObject({ models: 0, membership: 0, account: 0 });
  });

  it('takes a workspace along in which nobody else is', async () => {
    const { firebase, uid } = await person('ada');
    const workspace = await createWorkspace(services, { name: 'Alone', admin: uid, by: 'test' });
    const model = await modelOf(uid, { workspace });
    await eraseAccount(firebase);
    expect(await exists(`workspaces/${workspace}`)).toBe(false);
    expect(await exists(`models/${model}`)).toBe(false);
  });
});

describe('retention', () => {
  it('is a number of days that the account keeps', async () => {
    const { firebase } = await person('ada');
    expect(await readRetention(firebase)).toBe(RETENTION_DAYS);
    await writeRetention(firebase, 7);
    await writeRetention(firebase, 9);
    expect(await readRetention(firebase)).toBe(9);
    await expect(writeRetention(firebase, 0)).rejects.toMatchObject({ fault: { code: 'cloud/denied' } });
    expect(SERVER_DAYS).toBe(RETENTION_DAYS);
  });

  it('erases what was deleted longer ago, with versions and chunks, and nothing else', async () => {
    const { firebase, uid } = await person('ada');
    await writeRetention(firebase, 7);
    const now = Date.now();
    const ago = (days: number): Timestamp => Timestamp.fromMillis(now - days * DAY);
    const old = await modelOf(uid, { deletedAt: ago(8) });
    const young = await modelOf(uid, { deletedAt: ago(6) });
    const kept = await modelOf(uid);
    const { id } = await publishShare(firebase, archive.slice(), { days: 1 });

    await eraseOverdue(services, now);
    expect(await exists(`models/${old}`)).toBe(false);
    expect(await isEmpty(`models/${old}/versions`)).toBe(true);
    expect(await Promise.all([young, kept].map((model) => exists(`models/${model}`)))).toEqual([true, true]);
    expect(await exists(`shares/${id}`)).toBe(true);

    await eraseOverdue(services, now + 2 * DAY);
    expect(await exists(`models/${young}`)).toBe(false);
    expect(await exists(`models/${kept}`)).toBe(true);
    expect(await isEmpty(`shares/${id}/chunks`)).toBe(true);
  });
});
