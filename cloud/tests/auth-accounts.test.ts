import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, GoogleAuthProvider } from 'firebase/auth';
import { connectFirestoreEmulator, doc, getDoc, getFirestore, setLogLevel } from 'firebase/firestore/lite';
import { afterEach, expect, inject, it } from 'vitest';
import { renewedFacts } from '../../src/cloud/auth/facts';
import { endAllSessions, isSessionOver } from '../../src/cloud/auth/session';
import {
  proveByPassword,
  renameAccount,
  sendReset,
  signIn,
  signInAsGuest,
  signInByProvider,
  signOutHere,
  signUp,
} from '../../src/cloud/auth/sign-in';
import type { Firebase } from '../../src/cloud/firebase';

// Refusals are what is asked for.
setLogLevel('silent');

const PASSWORD = 'light in twelve guides';
const open: Firebase[] = [];

/** A browser of its own, so far as accounts are concerned. */
function device(): Firebase {
  const { auth: authAt, firestore: firestoreAt } = inject('emulators');
  const projectId = 'demo-photonic';
  const app = initializeApp({ apiKey: 'demo', projectId }, `auth-${open.length}-${Date.now()}`);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${authAt}`, { disableWarnings: true });
  const firestore = getFirestore(app);
  const [host = '', port = ''] = firestoreAt.split(':');
  connectFirestoreEmulator(firestore, host, Number(port));
  const config = { apiKey: 'demo', projectId, region: 'europe-west1', sessionTimeout: 3600 };
  const firebase = { config, app, auth, firestore };
  open.push(firebase);
  return firebase;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ app }) => deleteApp(app)));
});

const fault = (code: string) => ({ fault: { code: `account/${code}` } });

it('says what is wrong in words', async () => {
  const firebase = device();
  await signUp(firebase, 'words@demo-auth.test', PASSWORD);
  await signOutHere(firebase);
  await expect(signUp(firebase, 'words@demo-auth.test', PASSWORD)).rejects.toMatchObject(
    fault('account-exists'),
  );
  await expect(signUp(firebase, 'weak@demo-auth.test', 'abc')).rejects.toMatchObject(fault('weak-password'));
  await expect(signUp(firebase, 'nobody', PASSWORD)).rejects.toMatchObject(fault('email'));
  await expect(signIn(firebase, 'words@demo-auth.test', 'wrong')).rejects.toMatchObject(
    fault('wrong-password'),
  );
  await expect(signIn(firebase, 'none@demo-auth.test', PASSWORD)).rejects.toMatchObject(fault('no-account'));
  // Whether there is an account is nobody's business.
  await expect(sendReset(firebase, 'none@demo-auth.test')).resolves.toBeUndefined();
});

it('keeps a guest the same account when it gets an address, and when it gets Google’s', async () => {
  const one = device();
  await signInAsGuest(one);
  const guest = one.auth.currentUser?.uid;
  await signUp(one, 'guest@demo-auth.test', PASSWORD);
  expect(await renewedFacts(one)).toMatchObject({
    uid: guest,
    isAnonymous: false,
    email: 'guest@demo-auth.test',
  });

  const other = device();
  await signInAsGuest(other);
  const second = other.auth.currentUser?.uid;
  const google = () =>
    GoogleAuthProvider.credential(
      JSON.stringify({ sub: 'demo-auth-1', email: 'g@demo-auth.test', email_verified: true }),
    );
  expect(await signInByProvider(other, google())).toEqual({ left: undefined });
  expect((await renewedFacts(other))?.uid).toBe(second);

  // The account exists already: the guest's is left, and named so that its work can come along.
  const third = device();
  await signInAsGuest(third);
  const left = third.auth.currentUser?.uid;
  expect(await signInByProvider(third, google())).toEqual({ left });
  expect(third.auth.currentUser?.uid).toBe(second);
});

it('proves and renames who is signed in', async () => {
  const firebase = device();
  await signUp(firebase, 'proves@demo-auth.test', PASSWORD);
  await expect(proveByPassword(firebase, 'wrong')).rejects.toMatchObject(fault('wrong-password'));
  await proveByPassword(firebase, PASSWORD);
  await renameAccount(firebase, 'Prover');
  expect((await renewedFacts(firebase))?.name).toBe('Prover');
});

it('ends every session at once, and lets new ones in', async () => {
  const [one, other] = [device(), device()];
  await signUp(one, 'ends@demo-auth.test', PASSWORD);
  await signIn(other, 'ends@demo-auth.test', PASSWORD);
  expect(await isSessionOver(other)).toBe(false);
  await secondEnds();
  await endAllSessions(one);
  expect(await isSessionOver(one)).toBe(true);
  expect(await isSessionOver(other)).toBe(true);
  const ticket = (firebase: Firebase) =>
    getDoc(doc(firebase.firestore, 'tickets', firebase.auth.currentUser?.uid ?? ''));
  await expect(ticket(other)).rejects.toMatchObject({ code: 'permission-denied' });
  await secondEnds();
  await signIn(other, 'ends@demo-auth.test', PASSWORD);
  expect(await isSessionOver(other)).toBe(false);
  expect((await ticket(other)).exists()).toBe(false);
});

/** Tokens name the second of the sign-in: what happens within the same one is not told apart. */
function secondEnds(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000) + 10));
}
