import { doc, getDoc, Timestamp } from 'firebase/firestore/lite';
import { PhotonicError } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';
import type { CloudDoor } from '../commit';

/**
 * After a refusal: asks for a token with the account's present roles, and looks whether the session was ended from another
 * device. Rejects with `cloud/signed-out` if it was.
 */
export async function renewSession({ auth, firestore }: CloudDoor): Promise<void> {
  const user = auth.currentUser;
  if (user === null) throw ended();
  try {
    const { authTime } = await user.getIdTokenResult(true);
    const signedOutAt: unknown = (await getDoc(doc(firestore, 'users', user.uid))).get('signedOutAt');
    if (signedOutAt instanceof Timestamp && signedOutAt.toMillis() > Date.parse(authTime)) throw ended();
  } catch (thrown) {
    throw toCloudFault(thrown);
  }
}

function ended(): PhotonicError {
  return new PhotonicError({
    code: 'cloud/signed-out',
    message: 'You were signed out on all devices.',
    fix: 'Sign in again; your work is saved here and is sent then.',
  });
}
