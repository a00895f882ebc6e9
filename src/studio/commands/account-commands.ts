import { signOut } from '../account/act';
import { currentAccount } from '../account/account-store';
import { openAccountDialog } from '../account/dialog-store';
import { notify } from '../state/notify';
import { accountWords } from '../words/account';
import type { Command } from './command';

const { commands } = accountWords;
const isIn = (): boolean => currentAccount().status === 'signed-in';
const isGuest = (): boolean => {
  const account = currentAccount();
  return account.status === 'signed-in' && account.isAnonymous;
};

export const accountCommands = {
  account: {
    id: 'account',
    group: 'Work',
    title: () => (isIn() ? commands.account : commands.signIn),
    keys: '$mod+Alt+u',
    enabled: () => currentAccount().status !== 'off',
    run: () => openAccountDialog(),
  },
  signOut: {
    id: 'signOut',
    group: 'Work',
    title: () => commands.signOut,
    enabled: isIn,
    // A guest is told first what that means.
    run: () => {
      if (isGuest()) openAccountDialog('account');
      else
        void signOut().then((fault) => {
          if (fault !== undefined) notify('error', fault.message, { description: fault.fix });
        });
    },
  },
  signOutEverywhere: {
    id: 'signOutEverywhere',
    group: 'Work',
    title: () => commands.signOutEverywhere,
    enabled: () => isIn() && !isGuest(),
    run: () => openAccountDialog('everywhere'),
  },
} satisfies Record<string, Command>;
