import type { Erased } from '../../cloud/privacy/erase-account';
import { PhotonicError } from '../../lib/fault';
import { eraseLibrary } from '../../library/store/whole-library';
import { stopSaving } from '../documents/autosave';
import { openCloud } from '../account/cloud-door';
import { privacyWords } from '../words/privacy';

/** Erases the account that is signed in. Rejects with its fault, and nothing has changed then. */
export async function eraseAccountNow(): Promise<Erased> {
  const cloud = await openCloud();
  if (cloud === undefined)
    throw new PhotonicError({ code: 'privacy/no-cloud', ...privacyWords.erase.noCloud });
  const { eraseAccount } = await import('../../cloud/privacy/erase-account');
  return eraseAccount(cloud);
}

/** Erases all work and settings of this browser and begins anew. Rejects where the browser refuses. */
export async function eraseBrowserNow(): Promise<void> {
  await eraseLibrary();
  stopSaving();
  for (const key of Object.keys(localStorage)) if (key.startsWith('photonic')) localStorage.removeItem(key);
  location.assign('/');
}
