import type { Firebase } from '../../cloud/firebase';
import { PhotonicError, toFault } from '../../lib/fault';
import type { Fault } from '../../lib/fault';
import { notify } from '../state/notify';
import { accountWords } from '../words/account';
import { openAccount } from './account-driver';
import { currentAccount } from './account-store';
import { openCloud } from './cloud-door';
import { closeAccountDialog, useAccountDialog } from './dialog-store';
import { endSession, renewAccount } from './session';

/** What people do with accounts. Each answers with the fault that kept it from happening, if one did. */

type Cloud = Firebase;
type Entering = typeof import('../../cloud/auth/sign-in');

export function signIn(email: string, password: string): Promise<Fault | undefined> {
  return acting(async (cloud, { signIn: enter }) => {
    // Whoever follows the account closes the window and says so.
    await enter(cloud, email, password);
  });
}

export function signUp(email: string, password: string): Promise<Fault | undefined> {
  return acting(async (cloud, entering) => {
    const before = currentAccount();
    const isGuest = before.status === 'signed-in' && before.isAnonymous;
    await entering.signUp(cloud, email, password);
    await renewAccount();
    closeAccountDialog();
    const isMailSent = await entering.sendVerification(cloud).then(
      () => true,
      () => false,
    );
    const note = isMailSent ? accountWords.createdNote(email) : accountWords.createdNoMail;
    notify(isMailSent ? 'success' : 'warning', isGuest ? accountWords.upgraded : accountWords.created, {
      description: note,
    });
  });
}

export function continueAsGuest(): Promise<Fault | undefined> {
  return acting(async (cloud, { signInAsGuest }) => {
    await signInAsGuest(cloud);
    closeAccountDialog();
    notify('success', accountWords.guestMade, { description: accountWords.guestMadeNote });
  });
}

export function resetPassword(email: string): Promise<Fault | undefined> {
  return acting(async (cloud, { sendReset }) => {
    await sendReset(cloud, email);
    useAccountDialog.setState({ view: 'sign-in', email });
    const { message, note } = accountWords.resetSent;
    notify('success', message, { description: note(email), duration: 10_000 });
  });
}

export function prove(password: string): Promise<Fault | undefined> {
  return acting(async (cloud, { proveByPassword }) => {
    await proveByPassword(cloud, password);
    await renewAccount();
    const { then } = useAccountDialog.getState();
    closeAccountDialog();
    then?.();
  });
}

export function rename(name: string): Promise<Fault | undefined> {
  return acting(async (cloud, { renameAccount }) => {
    await renameAccount(cloud, name.trim());
    await renewAccount();
    notify('success', accountWords.renamed);
  });
}

export function sendVerification(email: string): Promise<Fault | undefined> {
  return acting(async (cloud, entering) => {
    await entering.sendVerification(cloud);
    notify('success', accountWords.mailSent, { description: accountWords.mailSentNote(email) });
  });
}

export function lookWhetherConfirmed(): Promise<Fault | undefined> {
  return acting(async (cloud, { reloadAccount }) => {
    await reloadAccount(cloud);
    await renewAccount();
    const account = currentAccount();
    if (account.status === 'signed-in' && !account.isEmailVerified)
      notify('info', accountWords.stillNot, { description: accountWords.stillNotNote });
  });
}

export function signOut(): Promise<Fault | undefined> {
  return acting(async () => {
    await endSession(undefined);
    closeAccountDialog();
    notify('success', accountWords.signedOut, { description: accountWords.signedOutNote });
  });
}

export function signOutEverywhere(): Promise<Fault | undefined> {
  return acting(async (cloud) => {
    const { endAllSessions } = await import('../../cloud/auth/session');
    await endAllSessions(cloud);
    await endSession(undefined);
    closeAccountDialog();
    notify('success', accountWords.signedOut, { description: accountWords.signedOutNote });
  });
}

async function acting(work: (cloud: Cloud, entering: Entering) => Promise<void>): Promise<Fault | undefined> {
  try {
    const [cloud, entering] = await loaded();
    await work(cloud, entering);
    return undefined;
  } catch (thrown) {
    return toFault(thrown, 'account/unexpected');
  }
}

async function loaded(): Promise<readonly [Cloud, Entering]> {
  try {
    const [cloud, entering] = await Promise.all([
      openCloud(),
      import('../../cloud/auth/sign-in'),
      openAccount(),
    ]);
    if (cloud !== undefined) return [cloud, entering];
  } catch (thrown) {
    throw notLoaded(String(thrown));
  }
  throw notLoaded();
}

function notLoaded(cause?: string): PhotonicError {
  return new PhotonicError({ code: 'account/not-loaded', ...accountWords.notLoaded, cause });
}
