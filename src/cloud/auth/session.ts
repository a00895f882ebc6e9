import { doc, getDoc, runTransaction, serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import type { Firebase } from '../firebase';
import type { CloudProfile } from '../records';
import { RETENTION_DAYS } from '../records';
import { authError } from './auth-fault';
import { PhotonicError } from '../../lib/fault';

/**
 * Ends every session of this account, on all devices: the rules refuse tokens of sign-ins before now. Rejects with
 * `account/not-ended`, and no session is ended, where the cloud does not take it.
 */
export async function endAllSessions({
  auth,
  firestore,
}: Pick<Firebase, 'auth' | 'firestore'>): Promise<void> {
  const user = auth.currentUser;
  if (user === null) return;
  const profile = doc(firestore, 'users', user.uid);
  const now = serverTimestamp();
  try {
    await runTransaction(firestore, async (transaction) => {
      const before = await transaction.get(profile);
      if (before.exists()) transaction.update(profile, { signedOutAt: now });
      else transaction.set(profile, { createdAt: now, retentionDays: RETENTION_DAYS, signedOutAt: now });
    });
  } catch (thrown) {
    throw new PhotonicError({
      code: 'account/not-ended',
      message: 'The other sessions could not be ended.',
      fix: 'Check the network and try again. You are still signed in here.',
      cause: authError(thrown).fault.cause,
    });
  }
}

/**
 * Whether this session was ended on another device. False, too, where nobody can say: nothing is ended by a lost network.
 */
export async function isSessionOver({
  auth,
  firestore,
}: Pick<Firebase, 'auth' | 'firestore'>): Promise<boolean> {
  const user = auth.currentUser;
  if (user === null) return false;
  try {
    const [found, token] = await Promise.all([
      getDoc(doc(firestore, 'users', user.uid)),
      user.getIdTokenResult(),
    ]);
    const { signedOutAt } = (found.data() ?? {}) as Partial<CloudProfile>;
    return signedOutAt instanceof Timestamp && Date.parse(token.authTime) < signedOutAt.toMillis();
  } catch {
    return false;
  }
}
