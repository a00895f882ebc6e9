import { safeStorage } from '../state/safe-storage';

/** The account without an address that was last open in this browser; nobody can enter it again once it was left. */
const GUEST = 'photonic-guest';

/**
 * Notes who is signed in. Where a guest's account has been left, its models are given back to this browser first, so that
 * they come along into the next one.
 */
export async function keepGuestWork(
  now: { readonly uid: string; readonly isAnonymous: boolean } | undefined,
): Promise<void> {
  const storage = safeStorage();
  const guest = storage.getItem(GUEST);
  if (guest !== null && guest !== now?.uid) {
    const { releaseModels } = await import('../../library/models/release-models');
    await releaseModels(guest);
  }
  if (now?.isAnonymous === true) storage.setItem(GUEST, now.uid);
  else storage.removeItem(GUEST);
}
