import { create } from 'zustand';
import { currentAccount } from './account-store';

export type AccountView = 'sign-in' | 'sign-up' | 'reset' | 'account' | 'everywhere' | 'prove';

interface AccountDialogState {
  readonly view: AccountView | undefined;
  /** Typed in one view, kept for the next. */
  readonly email: string;
  /** What goes on once the person has proved who they are. */
  readonly then: (() => void) | undefined;
}

export const useAccountDialog = create<AccountDialogState>()(() => ({
  view: undefined,
  email: '',
  then: undefined,
}));

/** Shows the account, or the way into one. */
export function openAccountDialog(view?: AccountView): void {
  const account = currentAccount();
  if (account.status === 'off') return;
  const usual = account.status === 'signed-in' ? 'account' : 'sign-in';
  useAccountDialog.setState({ view: view ?? usual });
}

/** Asks for the password once more; `then` goes on with a sign-in of this moment. */
export function proveFirst(then: () => void): void {
  useAccountDialog.setState({ view: 'prove', then });
}

export function closeAccountDialog(): void {
  useAccountDialog.setState({ view: undefined, then: undefined });
}
