import type { Firebase } from './firebase';
import { signedInUid } from './signed-in';

/**
 * The time by the service's clock, ms since 1970, to the second: a token says when it was given out. For what a person
 * on a device with a wrong clock leaves to others. Rejects with `cloud/signed-out`, and with Firebase's own errors.
 */
export async function serverNow(cloud: Pick<Firebase, 'auth'>): Promise<number> {
  signedInUid(cloud);
  const token = await cloud.auth.currentUser?.getIdTokenResult(true);
  return Date.parse(token?.issuedAtTime ?? '');
}
