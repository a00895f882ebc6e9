import { useState } from 'react';
import { Button } from '../parts/button';
import { accountWords } from '../words/account';
import type { SignedInAccount } from './account-store';
import { lookWhetherConfirmed, rename, sendVerification, signOut } from './act';
import { useAccountDialog } from './dialog-store';
import { FaultLine } from './fault-line';
import { TextEntry } from './text-entry';
import { useAct } from './use-act';

/** Who is signed in, what is known of them, and the ways out. */
export function AccountOverview({ account }: { readonly account: SignedInAccount }) {
  const { fault, run } = useAct();
  const { email, isAnonymous } = account;
  const since = new Date(account.signedInAt).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <div className="window-body">
      <div className="account-head">
        <strong>{isAnonymous ? accountWords.guest : (account.name ?? email)}</strong>
        <span className="muted small tabular">{accountWords.signedInSince(since)}</span>
      </div>
      {isAnonymous ? <GuestPart /> : <NamePart account={account} run={run} />}
      {email !== undefined && (
        <dl className="account-facts">
          <dt>{accountWords.email}</dt>
          <dd>
            {email}{' '}
            <span className={account.isEmailVerified ? 'kind' : 'kind kind-not'}>
              {account.isEmailVerified ? accountWords.verified : accountWords.notVerified}
            </span>
          </dd>
          <dt>{accountWords.workspaces}</dt>
          <dd>{describeRoles(account)}</dd>
        </dl>
      )}
      {email !== undefined && !account.isEmailVerified && (
        <div className="account-verify">
          <p className="muted small">{accountWords.verifyNote}</p>
          <Button onPress={() => run(() => sendVerification(email))}>{accountWords.sendMail}</Button>
          <Button onPress={() => run(lookWhetherConfirmed)}>{accountWords.haveConfirmed}</Button>
        </div>
      )}
      <FaultLine fault={fault} />
      {isAnonymous && <p className="muted small">{accountWords.signOutGuestNote}</p>}
      <div className="window-actions">
        {!isAnonymous && (
          <Button onPress={() => useAccountDialog.setState({ view: 'everywhere' })}>
            {accountWords.commands.signOutEverywhere}
          </Button>
        )}
        <Button onPress={() => run(signOut)}>
          {isAnonymous ? accountWords.signOutGuest : accountWords.signOut}
        </Button>
      </div>
    </div>
  );
}

function GuestPart() {
  return (
    <div className="account-verify">
      <p className="muted">{accountWords.intro.upgrade}</p>
      <Button kind="primary" onPress={() => useAccountDialog.setState({ view: 'sign-up' })}>
        {accountWords.toSignUp}
      </Button>
      <Button onPress={() => useAccountDialog.setState({ view: 'sign-in' })}>{accountWords.toSignIn}</Button>
    </div>
  );
}

function NamePart(props: {
  readonly account: SignedInAccount;
  readonly run: (action: () => ReturnType<typeof rename>) => void;
}) {
  const [name, setName] = useState(props.account.name ?? '');
  return (
    <form
      className="account-name"
      onSubmit={(event) => {
        event.preventDefault();
        props.run(() => rename(name));
      }}
    >
      <TextEntry
        label={accountWords.name}
        value={name}
        maxLength={80}
        autoComplete="name"
        note={accountWords.nameNote}
        onChange={setName}
      />
      <button type="submit" className="button" disabled={name.trim() === (props.account.name ?? '')}>
        {accountWords.save}
      </button>
    </form>
  );
}

function describeRoles({ workspaces }: SignedInAccount): string {
  const roles = Object.entries(workspaces).map(([id, role]) => `${id}: ${accountWords.roles[role]}`);
  return roles.length === 0 ? accountWords.noWorkspaces : roles.join(', ');
}
