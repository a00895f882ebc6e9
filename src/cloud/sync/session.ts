import { PhotonicError } from '../../lib/fault';
import { isSessionOver } from '../auth/session';
import { toCloudFault } from '../cloud-fault';
import type { CloudDoor } from '../commit';

/**
 * After a refusal: asks for a token with the account's present roles, and looks whether the session was ended from another
 * device. Rejects with `cloud/signed-out` if it was.
 */
export async function renewSession(cloud: CloudDoor): Promise<void> {
  const user = cloud.auth.currentUser;
  if (user === null) throw ended();
  try {
    await user.getIdToken(true);
  } catch (thrown) {
    throw toCloudFault(thrown);
  }
  if (await isSessionOver(cloud)) throw ended();
}

function ended(): PhotonicError {
  return new PhotonicError({
    code: 'cloud/signed-out',
    message: 'You were signed out on all devices.',
    fix: 'Sign in again; your work is saved here and is sent then.',
  });
}
