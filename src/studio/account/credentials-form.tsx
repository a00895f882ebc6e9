import type { FormEvent } from 'react';
import { useState } from 'react';
import { accountWords } from '../words/account';
import type { Fault } from '../../lib/fault';
import { prove, resetPassword, signIn, signUp } from './act';
import { useAccountDialog } from './dialog-store';
import { FaultLine } from './fault-line';
import { TextEntry } from './text-entry';
import { useAct } from './use-act';

/** Passwords of new accounts: length is what counts (NIST SP 800-63B). */
const SHORTEST = 12;

export type CredentialsView = 'sign-in' | 'sign-up' | 'reset' | 'prove';

/** Address and password, as far as the view wants them. */
export function CredentialsForm({ view }: { readonly view: CredentialsView }) {
  const email = useAccountDialog((state) => state.email);
  const [password, setPassword] = useState('');
  const [hasTried, setTried] = useState(false);
  const { isBusy, fault, run } = useAct();
  const problems = problemsOf(view, email.trim(), password);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problems.email === undefined && problems.password === undefined)
      run(() => act(view, email.trim(), password));
  };
  return (
    <form className="account-form" noValidate onSubmit={submit}>
      {view !== 'prove' && (
        <TextEntry
          label={accountWords.email}
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          problem={hasTried ? problems.email : undefined}
          onChange={(value) => useAccountDialog.setState({ email: value })}
        />
      )}
      {view !== 'reset' && (
        <TextEntry
          label={view === 'sign-up' ? accountWords.newPassword : accountWords.password}
          type="password"
          autoComplete={view === 'sign-up' ? 'new-password' : 'current-password'}
          autoFocus={view === 'prove'}
          value={password}
          problem={hasTried ? problems.password : undefined}
          onChange={setPassword}
        />
      )}
      <FaultLine fault={fault} />
      <button type="submit" className="button button-primary account-submit">
        {isBusy ? accountWords.working : accountWords.submit[view]}
      </button>
    </form>
  );
}

function problemsOf(
  view: CredentialsView,
  email: string,
  password: string,
): { readonly email: string | undefined; readonly password: string | undefined } {
  const isEmail = view === 'prove' || /^\S+@\S+\.\S+$/.test(email);
  const isLong = view !== 'sign-up' || password.length >= SHORTEST;
  const isThere = view === 'reset' || password !== '';
  return {
    email: isEmail ? undefined : accountWords.noEmail,
    password: isThere ? (isLong ? undefined : accountWords.shortPassword) : accountWords.noPassword,
  };
}

function act(view: CredentialsView, email: string, password: string): Promise<Fault | undefined> {
  switch (view) {
    case 'sign-in':
      return signIn(email, password);
    case 'sign-up':
      return signUp(email, password);
    case 'reset':
      return resetPassword(email);
    case 'prove':
      return prove(password);
  }
}
