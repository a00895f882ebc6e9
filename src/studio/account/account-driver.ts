import type { AccountFacts } from '../../cloud/auth/facts';
import type { CloudConfig } from '../../cloud/config';
import { sessionTimeoutOf } from '../configuration/configuration-store';
import { notify } from '../state/notify';
import { takeInvitation } from '../workspaces/take-invitation';
import { safeStorage } from '../state/safe-storage';
import { accountWords } from '../words/account';
import { ACCOUNT_CHANNEL } from './account-channel';
import { currentAccount, setAccount } from './account-store';
import { lookForCloud, openCloud } from './cloud-door';
import { closeAccountDialog, useAccountDialog } from './dialog-store';
import { keepGuestWork } from './guest-work';
import { stayedAwayTooLong, staySignedIn, watchIdleness } from './idle';
import { endedBecause, endSession, renewAccount, watchSession } from './session';

/** Somebody has been signed in when this browser last showed the studio: only then Firebase is loaded unasked. */
const SIGNED_IN = 'photonic-signed-in';

/** Looks whether there is a cloud, and who was signed in. Resolves when that is known. */
export async function startAccount(): Promise<void> {
  const found = await lookForCloud();
  if (found === undefined) return;
  if ('problems' in found) {
    setAccount({ status: 'off', problem: found });
    const { message, fix } = accountWords.badConfig;
    notify('warning', message, { description: fix(found.problems), duration: 20_000 });
    return;
  }
  const wasSignedIn = safeStorage().getItem(SIGNED_IN) !== null;
  setAccount({ status: wasSignedIn ? 'opening' : 'signed-out' });
  const channel = new BroadcastChannel(ACCOUNT_CHANNEL);
  // Another tab has signed in, or has made a guest's account a full one.
  channel.onmessage = () => void openAccount().then(greet);
  takeInvitation();
  if (wasSignedIn) await openAccount();
}

async function greet(): Promise<void> {
  await renewAccount();
  closeWayIn();
}

/** Somebody has signed in, here or in another page: the window that offered it has done its work. */
function closeWayIn(): void {
  const account = currentAccount();
  const { view } = useAccountDialog.getState();
  if (account.status !== 'signed-in' || account.isAnonymous) return;
  if (view !== 'sign-in' && view !== 'sign-up') return;
  closeAccountDialog();
  if (view === 'sign-in')
    notify('success', accountWords.signedIn(account.email ?? account.name ?? accountWords.guest));
}

let opened: Promise<void> | undefined;

/** Loads Firebase and follows who is signed in, from now on. Resolves when that is known. */
export function openAccount(): Promise<void> {
  return (opened ??= open().catch((error: unknown) => {
    // A part that could not be fetched can be next time.
    opened = undefined;
    if (currentAccount().status === 'opening') setAccount({ status: 'signed-out' });
    throw error;
  }));
}

async function open(): Promise<void> {
  const config = await lookForCloud();
  const [cloud, { followFacts }] = await Promise.all([openCloud(), import('../../cloud/auth/facts')]);
  if (cloud === undefined || config === undefined || 'problems' in config) return;
  watchSession();
  await new Promise<void>((resolve, reject) => {
    // One after the other, as they happened.
    let turn = Promise.resolve();
    followFacts(cloud, (facts) => {
      turn = turn.then(() => take(facts, config));
      turn.then(resolve, reject);
    });
  });
  watchIdleness(sessionTimeoutOf(config));
}

async function take(facts: AccountFacts | undefined, config: CloudConfig): Promise<void> {
  const before = currentAccount();
  const storage = safeStorage();
  // The first look, at a session from an earlier visit.
  const isFound = before.status === 'opening' && facts !== undefined && !facts.isAnonymous;
  if (isFound && stayedAwayTooLong(sessionTimeoutOf(config))) return endSession('idle');
  const ended = facts === undefined ? endedBecause() : undefined;
  await keepGuestWork(facts).catch((error: unknown) => {
    // They stay where they are, under the account that was left.
    console.warn('Models of the account that was left could not be given back to this browser', error);
  });
  if (facts === undefined) {
    storage.removeItem(SIGNED_IN);
    if (before.status !== 'signed-out') setAccount({ status: 'signed-out', ended });
    return;
  }
  storage.setItem(SIGNED_IN, '1');
  const isNew = !isFound && (before.status !== 'signed-in' || before.uid !== facts.uid);
  if (isNew) staySignedIn();
  setAccount({ status: 'signed-in', ...facts });
  if (isNew) closeWayIn();
}
