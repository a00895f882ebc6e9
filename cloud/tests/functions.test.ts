import type { FirebaseApp } from 'firebase/app';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  getAuth,
  signInAnonymously,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import {
  connectFirestoreEmulator,
  doc,
  getDoc,
  getFirestore as getClientFirestore,
  setLogLevel,
} from 'firebase/firestore/lite';
import { deleteApp as deleteAdminApp, initializeApp as initializeAdminApp } from 'firebase-admin/app';
import { getAuth as getAdminAuth } from 'firebase-admin/auth';
import type { QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '../functions/ids.mjs';
import type { Services } from '../functions/members.mjs';
import { changeRole, leaveAll, restoreClaims } from '../functions/members.mjs';
import type { Role } from '../functions/roles.mjs';
import { claimsOf, rolesIn } from '../functions/roles.mjs';
import { createWorkspace } from '../functions/workspaces.mjs';

const emulators = inject('emulators');
// Functions answer for this project only; what is here has names of its own.
const project = 'demo-photonic';
const password = 'six vowels at once';

let services: Services;
let admin: ReturnType<typeof initializeAdminApp>;
const apps: FirebaseApp[] = [];

beforeAll(() => {
  setLogLevel('silent');
  process.env['FIREBASE_AUTH_EMULATOR_HOST'] = emulators.auth;
  process.env['FIRESTORE_EMULATOR_HOST'] = emulators.firestore;
  admin = initializeAdminApp({ projectId: project }, 'functions-test');
  services = { auth: getAdminAuth(admin), firestore: getFirestore(admin) };
});

afterAll(async () => {
  await Promise.all(apps.map((app) => deleteApp(app)));
  await deleteAdminApp(admin);
});

interface Client {
  readonly uid: string;
  readonly email: string;
  call(name: string, data: unknown): Promise<unknown>;
  token(): Promise<Readonly<Record<string, unknown>>>;
  read(path: string): Promise<unknown>;
}

/** A person with a page of their own. */
async function person(name: string, options: { isVerified?: boolean } = {}): Promise<Client> {
  const email = `${name}-${newId().toLowerCase()}@functions.test`;
  const app = initializeApp({ apiKey: 'demo', projectId: project }, newId());
  apps.push(app);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${emulators.auth}`, { disableWarnings: true });
  const { user } = await createUserWithEmailAndPassword(auth, email, password);
  if (options.isVerified !== false) {
    await services.auth.updateUser(user.uid, { emailVerified: true });
    await signInWithEmailAndPassword(auth, email, password);
  }
  return clientOf(app, user.uid, email);
}

function clientOf(app: FirebaseApp, uid: string, email: string): Client {
  const functions = getFunctions(app, 'europe-west1');
  const [functionsHost = '', functionsPort = ''] = (emulators.functions ?? '').split(':');
  connectFunctionsEmulator(functions, functionsHost, Number(functionsPort));
  const firestore = getClientFirestore(app);
  const [host = '', port = ''] = emulators.firestore.split(':');
  connectFirestoreEmulator(firestore, host, Number(port));
  return {
    uid,
    email,
    call: async (name, data) => (await httpsCallable(functions, name)(data)).data,
    token: async () => (await getAuth(app).currentUser!.getIdTokenResult(true)).claims,
    read: async (path) => (await getDoc(doc(firestore, path))).data(),
  };
}

async function workspaceOf(owner: Client): Promise<string> {
  const { workspace } = (await owner.call('createWorkspace', { name: 'Photonics' })) as { workspace: string };
  return workspace;
}

async function invite(workspace: string, email: string, role: Role, lasts = 60_000): Promise<string> {
  const id = newId();
  await services.firestore.doc(`workspaces/${workspace}/invitations/${id}`).set({
    email,
    role,
    by: 'test',
    createdAt: Timestamp.now(),
    expiresAt: Timestamp.fromMillis(Date.now() + lasts),
  });
  return id;
}

async function auditOf(uid: string): Promise<readonly string[]> {
  const { docs } = await services.firestore.collection('audit').where('owner', '==', uid).get();
  return docs
    .sort((a, b) => timeOf(a) - timeOf(b))
    .map((each) => `${String(each.get('action'))} ${String(each.get('detail'))}`);
}

function timeOf(entry: QueryDocumentSnapshot): number {
  return (entry.get('at') as Timestamp).toMillis();
}

/** The code with which a function refuses. */
function refusal(code: string): object {
  return { details: { code } };
}

describe('functions', () => {
  it('make a workspace whose maker is its administrator', async () => {
    const ada = await person('ada');
    const workspace = await workspaceOf(ada);
    expect((await ada.token())['workspaces']).toEqual({ [workspace]: 'admin' });
    expect(await ada.read(`workspaces/${workspace}`)).toMatchObject({
      name: 'Photonics',
      createdBy: ada.uid,
    });
    expect(await ada.read(`workspaces/${workspace}/members/${ada.uid}`)).toMatchObject({
      email: ada.email,
      role: 'admin',
    });
    expect(await auditOf(ada.uid)).toEqual(['grant – → admin']);
  });

  it('make none for addresses that are not verified, without a name, or for nobody', async () => {
    const eve = await person('eve', { isVerified: false });
    await expect(eve.call('createWorkspace', { name: 'Mine' })).rejects.toMatchObject(
      refusal('account/unverified'),
    );
    const ada = await person('ada');
    for (const name of ['  ', 'x'.repeat(81), 7, undefined])
      await expect(ada.call('createWorkspace', { name })).rejects.toMatchObject(refusal('workspace/name'));
    const app = initializeApp({ apiKey: 'demo', projectId: project }, newId());
    apps.push(app);
    const nobody = clientOf(app, '', '');
    await expect(nobody.call('createWorkspace', { name: 'Mine' })).rejects.toMatchObject(
      refusal('account/signed-out'),
    );
  });

  it('let in who was invited, once', async () => {
    const [ada, grace] = [await person('ada'), await person('grace')];
    const workspace = await workspaceOf(ada);
    const invitation = await invite(workspace, grace.email, 'editor');
    await expect(grace.call('acceptInvitation', { workspace, invitation })).resolves.toEqual({
      role: 'editor',
    });
    expect((await grace.token())['workspaces']).toEqual({ [workspace]: 'editor' });
    expect(await grace.read(`workspaces/${workspace}/members/${grace.uid}`)).toMatchObject({
      role: 'editor',
    });
    await expect(grace.call('acceptInvitation', { workspace, invitation })).rejects.toMatchObject(
      refusal('invitation/none'),
    );
  });

  it('let in nobody else, and nobody late', async () => {
    const [ada, grace, eve] = [await person('ada'), await person('grace'), await person('eve')];
    const workspace = await workspaceOf(ada);
    const invitation = await invite(workspace, grace.email, 'admin');
    await expect(eve.call('acceptInvitation', { workspace, invitation })).rejects.toMatchObject(
      refusal('invitation/other-address'),
    );
    const unverified = await person('mallory', { isVerified: false });
    const own = await invite(workspace, unverified.email, 'admin');
    await expect(unverified.call('acceptInvitation', { workspace, invitation: own })).rejects.toMatchObject(
      refusal('invitation/other-address'),
    );
    const late = await invite(workspace, grace.email, 'editor', -1);
    await expect(grace.call('acceptInvitation', { workspace, invitation: late })).rejects.toMatchObject(
      refusal('invitation/expired'),
    );
    expect((await eve.token())['workspaces']).toBeUndefined();
    expect((await grace.token())['workspaces']).toBeUndefined();
  });

  it('lower nobody who accepts an invitation to less', async () => {
    const ada = await person('ada');
    const workspace = await workspaceOf(ada);
    const invitation = await invite(workspace, ada.email, 'viewer');
    await expect(ada.call('acceptInvitation', { workspace, invitation })).resolves.toEqual({ role: 'admin' });
    const left = services.firestore.doc(`workspaces/${workspace}/invitations/${invitation}`);
    expect((await left.get()).exists).toBe(false);
  });

  it('let administrators change and remove members, nobody else', async () => {
    const [ada, grace, eve] = [await person('ada'), await person('grace'), await person('eve')];
    const workspace = await workspaceOf(ada);
    await grace.call('acceptInvitation', {
      workspace,
      invitation: await invite(workspace, grace.email, 'member'),
    });
    await expect(grace.call('grantRole', { workspace, uid: grace.uid, role: 'admin' })).rejects.toMatchObject(
      refusal('workspace/not-admin'),
    );
    await expect(eve.call('withdrawMember', { workspace, uid: grace.uid })).rejects.toMatchObject(
      refusal('workspace/not-admin'),
    );
    await expect(ada.call('grantRole', { workspace, uid: eve.uid, role: 'viewer' })).rejects.toMatchObject(
      refusal('workspace/not-member'),
    );
    await ada.call('grantRole', { workspace, uid: grace.uid, role: 'editor' });
    expect((await grace.token())['workspaces']).toEqual({ [workspace]: 'editor' });
    await ada.call('withdrawMember', { workspace, uid: grace.uid });
    expect((await grace.token())['workspaces']).toEqual({});
    expect(await auditOf(grace.uid)).toEqual([
      'grant – → member',
      'grant member → editor',
      'withdraw editor → –',
    ]);
  });

  it('refuse what is malformed', async () => {
    const ada = await person('ada');
    const workspace = await workspaceOf(ada);
    for (const data of [
      null,
      {},
      { workspace: '../users', uid: ada.uid, role: 'viewer' },
      { workspace, uid: 7, role: 'viewer' },
      { workspace, uid: ada.uid, role: 'owner' },
      { workspace, uid: ada.uid, role: '__proto__' },
    ])
      await expect(ada.call('grantRole', data)).rejects.toMatchObject(refusal('workspace/malformed'));
  });

  it('leave no workspace without an administrator, not even when two go at once', async () => {
    const [ada, grace] = [await person('ada'), await person('grace')];
    const workspace = await workspaceOf(ada);
    await expect(ada.call('withdrawMember', { workspace, uid: ada.uid })).rejects.toMatchObject(
      refusal('workspace/last-admin'),
    );
    await expect(ada.call('grantRole', { workspace, uid: ada.uid, role: 'editor' })).rejects.toMatchObject(
      refusal('workspace/last-admin'),
    );
    await changeRole(services, { workspace, uid: grace.uid, role: 'admin', by: 'test' });
    const going = await Promise.allSettled(
      [ada, grace].map((each) =>
        changeRole(services, { workspace, uid: each.uid, role: undefined, by: 'test' }),
      ),
    );
    expect(going.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const members = await services.firestore.collection(`workspaces/${workspace}/members`).get();
    expect(members.docs.map((each) => String(each.get('role')))).toEqual(['admin']);
    const [{ id = '' } = {}] = members.docs;
    expect(rolesIn((await services.auth.getUser(id)).customClaims)).toEqual({ [workspace]: 'admin' });
  });

  it('end a withdrawn role at once, though the token still has it', async () => {
    const [ada, grace] = [await person('ada'), await person('grace')];
    const workspace = await workspaceOf(ada);
    await grace.call('acceptInvitation', {
      workspace,
      invitation: await invite(workspace, grace.email, 'editor'),
    });
    await grace.token();
    expect(await grace.read(`workspaces/${workspace}`)).toBeDefined();
    await ada.call('withdrawMember', { workspace, uid: grace.uid });
    await expect(grace.read(`workspaces/${workspace}`)).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('do not answer a session that was ended everywhere', async () => {
    const ada = await person('ada');
    await services.firestore
      .doc(`users/${ada.uid}`)
      .set({ signedOutAt: Timestamp.fromMillis(Date.now() + 2000) });
    await expect(ada.call('createWorkspace', { name: 'Late' })).rejects.toMatchObject(
      refusal('account/signed-out'),
    );
  });

  it('never make an anonymous visitor a member', async () => {
    const ada = await person('ada');
    const workspace = await workspaceOf(ada);
    const invitation = await invite(workspace, '', 'viewer');
    const app = initializeApp({ apiKey: 'demo', projectId: project }, newId());
    apps.push(app);
    const auth = getAuth(app);
    connectAuthEmulator(auth, `http://${emulators.auth}`, { disableWarnings: true });
    const { user } = await signInAnonymously(auth);
    const visitor = clientOf(app, user.uid, '');
    await expect(visitor.call('acceptInvitation', { workspace, invitation })).rejects.toMatchObject(
      refusal('invitation/other-address'),
    );
  });
});

describe('claims', () => {
  it('have room for a thousand bytes, and no workspace is half joined beyond', async () => {
    const { uid } = await services.auth.createUser({});
    const joined: string[] = [];
    await expect(async () => {
      for (let index = 0; index < 40; index++)
        joined.push(await createWorkspace(services, { name: 'Many', admin: uid, by: 'test' }));
    }).rejects.toMatchObject({ code: 'workspace/too-many' });
    expect(joined.length).toBeGreaterThan(20);
    const { customClaims } = await services.auth.getUser(uid);
    expect(Object.keys(rolesIn(customClaims)).sort()).toEqual([...joined].sort());
    expect(JSON.stringify(customClaims).length).toBeLessThanOrEqual(1000);
    const empty = await services.firestore.collection('workspaces').where('createdBy', '==', 'test').get();
    const members = await Promise.all(empty.docs.map((each) => each.ref.collection('members').get()));
    expect(members.every(({ size }) => size > 0)).toBe(true);
  });

  it('keep what else is in them', () => {
    expect(claimsOf({ beta: true, workspaces: { old: 'viewer' } }, { new: 'editor' })).toEqual({
      beta: true,
      workspaces: { new: 'editor' },
    });
    expect(rolesIn({ workspaces: { a: 'owner', b: 'editor' } })).toEqual({ b: 'editor' });
    expect(rolesIn({ workspaces: 'admin' })).toEqual({});
  });

  it('are put back to what is stored', async () => {
    const { uid } = await services.auth.createUser({});
    const workspace = await createWorkspace(services, { name: 'Kept', admin: uid, by: 'test' });
    await services.auth.setCustomUserClaims(uid, { workspaces: { elsewhere: 'admin' } });
    await restoreClaims(services, uid);
    expect((await services.auth.getUser(uid)).customClaims).toEqual({ workspaces: { [workspace]: 'admin' } });
  });

  it('go with the account, unless it is the only administrator', async () => {
    const [ada, grace] = await Promise.all([services.auth.createUser({}), services.auth.createUser({})]);
    const workspace = await createWorkspace(services, { name: 'Left', admin: ada.uid, by: 'test' });
    await changeRole(services, { workspace, uid: grace.uid, role: 'editor', by: 'test' });
    await leaveAll(services, grace.uid, grace.uid);
    expect((await services.firestore.doc(`memberships/${grace.uid}`).get()).exists).toBe(false);
    await expect(leaveAll(services, ada.uid, ada.uid)).rejects.toMatchObject({
      code: 'workspace/last-admin',
    });
  });
});
