import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInAnonymously } from 'firebase/auth';
import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore/lite';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readAudit } from '../../src/cloud/audit/audit';
import { listInvitations } from '../../src/cloud/workspaces/invitations';
import { listMembers } from '../../src/cloud/workspaces/workspaces';

/** What an administrator's pages ask; queries-setup.ts compares it with the declared indexes. */
const { auth: authAt, firestore: firestoreAt } = inject('emulators');
const app = initializeApp({ apiKey: 'demo', projectId: 'demo-photonic' }, 'workspace-queries');
const auth = getAuth(app);
connectAuthEmulator(auth, `http://${authAt}`, { disableWarnings: true });
const firestore = getFirestore(app);
const [host = '', port = ''] = firestoreAt.split(':');
connectFirestoreEmulator(firestore, host, Number(port));
const cloud = { auth, firestore };
const workspace = 'workspace-queries';

beforeAll(async () => {
  const { user } = await signInAnonymously(auth);
  const path = 'identitytoolkit.googleapis.com/v1/projects/demo-photonic/accounts:update';
  const customAttributes = JSON.stringify({ workspaces: { [workspace]: 'admin' } });
  const response = await fetch(`http://${authAt}/${path}`, {
    method: 'POST',
    headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
    body: JSON.stringify({ localId: user.uid, customAttributes }),
  });
  expect(response.ok).toBe(true);
  await user.getIdToken(true);
});
afterAll(() => deleteApp(app));

it.each([
  ['everything', {}],
  ['a period', { since: 1, before: 2 }],
])('the audit of %s', async (_name, period) => {
  const empty = { entries: [], malformed: 0, before: undefined };
  expect(await readAudit(cloud, 'own', period)).toEqual(empty);
  expect(await readAudit(cloud, { workspace }, period)).toEqual(empty);
});

it('members and invitations', async () => {
  expect(await listMembers(cloud, workspace)).toEqual([]);
  expect(await listInvitations(cloud, workspace)).toEqual([]);
});
