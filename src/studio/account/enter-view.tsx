import { Button } from '../parts/button';
import { accountWords } from '../words/account';
import { continueAsGuest } from './act';
import { useAccount } from './account-store';
import type { CredentialsView } from './credentials-form';
import { CredentialsForm } from './credentials-form';
import type { AccountView } from './dialog-store';
import { useAccountDialog } from './dialog-store';
import { FaultLine } from './fault-line';
import { GoogleButton } from './google-button';
import { useAct } from './use-act';

const show = (view: AccountView): void => useAccountDialog.setState({ view });

/** The ways into an account. */
export function EnterView({ view }: { readonly view: CredentialsView }) {
  const isGuest = useAccount(({ account }) => account.status === 'signed-in' && account.isAnonymous);
  const { fault, run } = useAct();
  const hasWays = view === 'sign-in' || view === 'sign-up';
  const intro = view === 'sign-up' && isGuest ? accountWords.intro.upgrade : accountWords.intro[view];
  return (
    <div className="window-body">
      <p className="muted">{intro}</p>
      {hasWays && <GoogleButton />}
      <CredentialsForm key={view} view={view} />
      {view !== 'prove' && (
        <div className="account-ways">
          {view === 'sign-in' && (
            <Button kind="quiet" onPress={() => show('reset')}>
              {accountWords.forgot}
            </Button>
          )}
          {view === 'sign-in' ? (
            <Button kind="quiet" onPress={() => show('sign-up')}>
              {accountWords.toSignUp}
            </Button>
          ) : (
            <Button kind="quiet" onPress={() => show('sign-in')}>
              {accountWords.toSignIn}
            </Button>
          )}
        </div>
      )}
      {hasWays && !isGuest && (
        <div className="account-guest">
          <p className="muted small">{accountWords.guestNote}</p>
          <Button onPress={() => run(continueAsGuest)}>{accountWords.asGuest}</Button>
          <FaultLine fault={fault} />
        </div>
      )}
    </div>
  );
}
