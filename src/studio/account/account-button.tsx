import { UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { MenuSection } from 'react-aria-components';
import type { CommandId } from '../commands/registry';
import { runCommand } from '../commands/registry';
import { IconButton, MenuButton } from '../parts/button';
import { CommandItem, CommandMenu } from '../parts/command-menu';
import '../styles/account.css';
import { accountWords } from '../words/account';
import type { Account } from './account-store';
import { useAccount } from './account-store';

const COMMANDS: readonly CommandId[] = [
  'account',
  'sync',
  'workspaces',
  'audit',
  'signOut',
  'signOutEverywhere',
];

/** Who is signed in, and what can be done with the account; the way into one where nobody is. */
export function AccountButton() {
  const account = useAccount((state) => state.account);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (account.status === 'off') return null;
  if (account.status !== 'signed-in')
    return (
      <IconButton
        label={accountWords.commands.signIn}
        icon={<UserRound />}
        isDisabled={account.status === 'opening'}
        onPress={() => runCommand('account')}
      />
    );
  const who = describe(account);
  return (
    <>
      <MenuButton
        ref={button}
        className="button button-icon account-button"
        label={accountWords.menu(who)}
        isOpen={isOpen}
        onPress={() => setOpen(true)}
      >
        <span aria-hidden>{who.slice(0, 1).toUpperCase()}</span>
      </MenuButton>
      {isOpen && (
        <CommandMenu
          label={accountWords.menu(who)}
          trigger={button}
          side="end"
          commands={COMMANDS}
          head={<p className="account-menu-head">{account.email ?? accountWords.guest}</p>}
          onClose={() => setOpen(false)}
        >
          <MenuSection aria-label={accountWords.commands.opening}>
            {COMMANDS.map((command) => (
              <CommandItem key={command} id={command} />
            ))}
          </MenuSection>
        </CommandMenu>
      )}
    </>
  );
}

function describe(account: Account & { readonly status: 'signed-in' }): string {
  if (account.isAnonymous) return accountWords.guest;
  return account.name ?? account.email ?? accountWords.guest;
}
