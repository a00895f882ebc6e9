import { PhotonicError } from '../lib/fault';
import type { Firebase } from './firebase';

/** Id of the account that is signed in. Throws `cloud/signed-out` where none is. */
export function signedInUid({ auth }: Pick<Firebase, 'auth'>): string {
  const uid = auth.currentUser?.uid;
  if (uid !== undefined) return uid;
  throw new PhotonicError({
    code: 'cloud/signed-out',
    message: 'Nobody is signed in.',
    fix: 'Sign in; what waits to be sent is sent then.',
  });
}
