import type { AuthCredential } from 'firebase/auth';
import {
  createUserWithEmailAndPassword,
  EmailAuthProvider,
  linkWithCredential,
  reauthenticateWithCredential,
  sendEmailVerification,
  sendPasswordResetEmail,
  signInAnonymously,
  signInWithCredential,
  signOut,
  updateProfile,
} from 'firebase/auth';
import type { Firebase } from '../firebase';
import { codeOf, inWords } from './auth-fault';

/**
 * Ways into an account and out of it. Everything rejects with a `PhotonicError` whose code begins with `account/` and
 * that says what to do.
 */

/** How a sign-in went. */
export interface SignedIn {
  /** The account without an address that this browser leaves for another one: what was made in it has to come along. */
  readonly left: string | undefined;
}

/** Makes an account, out of the one without an address if there is one: it stays the same account, with all its work. */
export async function signUp({ auth }: Firebase, email: string, password: string): Promise<void> {
  await inWords(async () => {
    await auth.authStateReady();
    const guest = auth.currentUser;
    const credential = EmailAuthProvider.credential(email, password);
    const { user } =
      guest?.isAnonymous === true
        ? await linkWithCredential(guest, credential)
        : await createUserWithEmailAndPassword(auth, email, password);
    // The token still says what the account was before.
    await user.getIdToken(true);
  });
}

export async function signIn(firebase: Firebase, email: string, password: string): Promise<SignedIn> {
  return inWords(() => enter(firebase, EmailAuthProvider.credential(email, password)));
}

/**
 * Signs in with what another service vouches for, or makes an account of it; an account without an address becomes that
 * account, or is left for it where it exists already.
 */
export async function signInByProvider(firebase: Firebase, credential: AuthCredential): Promise<SignedIn> {
  const { auth } = firebase;
  return inWords(async () => {
    await auth.authStateReady();
    if (auth.currentUser?.isAnonymous !== true) return enter(firebase, credential);
    try {
      const { user } = await linkWithCredential(auth.currentUser, credential);
      await user.getIdToken(true);
      return { left: undefined };
    } catch (thrown) {
      if (codeOf(thrown) !== 'auth/email-already-in-use') throw thrown;
      return enter(firebase, credential);
    }
  });
}

async function enter({ auth }: Firebase, credential: AuthCredential): Promise<SignedIn> {
  await auth.authStateReady();
  const before = auth.currentUser;
  const { user } = await signInWithCredential(auth, credential);
  const isLeft = before?.isAnonymous === true && before.uid !== user.uid;
  return { left: isLeft ? before.uid : undefined };
}

/** An account without an address: enough for links and for sync of this browser, lost when its data are deleted. */
export async function signInAsGuest({ auth }: Firebase): Promise<void> {
  await inWords(() => signInAnonymously(auth));
}

/** Proves once more who is signed in, for what wants a recent sign-in. */
export async function proveByPassword({ auth }: Firebase, password: string): Promise<void> {
  await inWords(async () => {
    const user = auth.currentUser;
    if (typeof user?.email !== 'string')
      throw Object.assign(new Error('nobody'), { code: 'auth/user-token-expired' });
    await reauthenticateWithCredential(user, EmailAuthProvider.credential(user.email, password));
  });
}

/** Whether there is an account is told only to whoever reads the mail. */
export async function sendReset({ auth }: Firebase, email: string): Promise<void> {
  await inWords(async () => {
    try {
      await sendPasswordResetEmail(auth, email);
    } catch (thrown) {
      if (codeOf(thrown) !== 'auth/user-not-found') throw thrown;
    }
  });
}

/** Asks by mail whether the address is this person's. */
export async function sendVerification({ auth }: Firebase): Promise<void> {
  await inWords(async () => {
    if (auth.currentUser !== null) await sendEmailVerification(auth.currentUser);
  });
}

/** Reads the account again, for one whether its address has been confirmed meanwhile. */
export async function reloadAccount({ auth }: Firebase): Promise<void> {
  await inWords(async () => {
    await auth.currentUser?.reload();
    await auth.currentUser?.getIdToken(true);
  });
}

/** The name that others in a workspace see. */
export async function renameAccount({ auth }: Firebase, name: string): Promise<void> {
  await inWords(async () => {
    const user = auth.currentUser;
    if (user === null) return;
    await updateProfile(user, { displayName: name });
    await user.getIdToken(true);
  });
}

/** Ends the session in all tabs of this browser. */
export async function signOutHere({ auth }: Firebase): Promise<void> {
  await inWords(() => signOut(auth));
}
