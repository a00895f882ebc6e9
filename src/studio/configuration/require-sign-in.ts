import { currentAccount } from '../account/account-store';
import { openAccountDialog } from '../account/dialog-store';
import { notify } from '../state/notify';
import { configurationWords as words } from '../words/configuration';
import { useConfiguration } from './configuration-store';

/**
 * Whether somebody has to sign in before models are saved or opened, and nobody has: the way in is then shown. Without
 * a cloud there is nothing to sign in to, and nobody is kept out.
 */
export function mustSignInFirst(): boolean {
  const account = currentAccount();
  if (!useConfiguration.getState().settings.PHOTONIC_REQUIRE_AUTH || account.status === 'off') return false;
  if (account.status === 'signed-in' && !account.isAnonymous) return false;
  notify('info', words.signInFirst, { id: 'sign-in-first' });
  openAccountDialog('sign-in');
  return true;
}
