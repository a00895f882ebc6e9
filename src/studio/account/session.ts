import type { EndedBecause } from './account-store';
import { currentAccount, setAccount, useAccount } from './account-store';
import { openCloud } from './cloud-door';
import { safeStorage } from '../state/safe-storage';

/** What another tab of this browser ended, and why, so that all say the same. */
const ENDED = 'photonic-session-ended';
/** How often a visible page asks whether the session was ended elsewhere, ms. */
const ASKED_EVERY_MS = 45_000;
/** Claims older than this are fetched anew when the person comes back, ms. */
const STALE_AFTER_MS = 600_000;

let renewedAt = Date.now();

/** Signs out with a reason; work and whatever waits to be sent stay in this browser. */
export async function endSession(ended: EndedBecause | undefined): Promise<void> {
  const cloud = await openCloud();
  if (cloud === undefined) return;
  const { signOutHere } = await import('../../cloud/auth/sign-in');
  safeStorage().setItem(ENDED, JSON.stringify({ ended, at: Date.now() }));
  await signOutHere(cloud);
  setAccount({ status: 'signed-out', ended });
}

/** Why nobody is signed in any more, as far as any tab of this browser knows. */
export function endedBecause(): EndedBecause | undefined {
  if (currentAccount().status !== 'signed-in') return undefined;
  try {
    const said: unknown = JSON.parse(safeStorage().getItem(ENDED) ?? 'null');
    const { ended, at } = said as { readonly ended?: EndedBecause; readonly at: number };
    if (Date.now() - at < 10_000) return ended;
  } catch {
    // Nobody here ended it: the service did.
  }
  return 'withdrawn';
}

/**
 * Call it when the cloud has refused something: the session may be over, or a role may have changed. Answers whether
 * trying again can help: somebody is signed in, with claims as they are now.
 */
export async function checkSession(): Promise<boolean> {
  const cloud = await openCloud();
  if (cloud === undefined || currentAccount().status !== 'signed-in') return false;
  const { isSessionOver } = await import('../../cloud/auth/session');
  if (await isSessionOver(cloud)) {
    await endSession('elsewhere');
    return false;
  }
  return renewAccount();
}

/** Reads the account again, claims included; false where that was not possible. */
export async function renewAccount(): Promise<boolean> {
  const cloud = await openCloud();
  const before = currentAccount();
  if (cloud === undefined || before.status !== 'signed-in') return false;
  const { renewedFacts } = await import('../../cloud/auth/facts');
  try {
    const facts = await renewedFacts(cloud, before);
    if (facts === undefined || currentAccount().status !== 'signed-in') return false;
    renewedAt = Date.now();
    setAccount({ status: 'signed-in', ...facts });
    return true;
  } catch {
    // The service says by itself when a session is over (`followFacts`); a lost network changes nothing.
    return false;
  }
}

/** Looks now and then, while somebody is signed in, whether the session was ended elsewhere. */
export function watchSession(): void {
  const look = async (): Promise<void> => {
    const cloud = await openCloud();
    if (cloud === undefined || document.hidden || !navigator.onLine) return;
    if (currentAccount().status !== 'signed-in') return;
    const { isSessionOver } = await import('../../cloud/auth/session');
    if (await isSessionOver(cloud)) await endSession('elsewhere');
  };
  const comeBack = (): void => {
    if (document.hidden || useAccount.getState().account.status !== 'signed-in') return;
    void look();
    if (Date.now() - renewedAt > STALE_AFTER_MS) void renewAccount();
  };
  setInterval(() => void look(), ASKED_EVERY_MS);
  addEventListener('focus', comeBack);
  document.addEventListener('visibilitychange', comeBack);
}
