import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '../parts/button';
import '../styles/account.css';
import '../styles/documents.css';
import { accountWords } from '../words/account';
import { useAccount } from './account-store';
import { AccountOverview } from './account-view';
import { signOutEverywhere } from './act';
import type { AccountView } from './dialog-store';
import { closeAccountDialog, useAccountDialog } from './dialog-store';
import { EnterView } from './enter-view';
import { FaultLine } from './fault-line';
import { useAct } from './use-act';

/** Everything about the account in one small window: the ways in, who is signed in, the ways out. */
export function AccountDialog({ view }: { readonly view: AccountView }) {
  const account = useAccount((state) => state.account);
  const isIn = account.status === 'signed-in';
  // Somebody signed in or out meanwhile, here or in another tab.
  const shown = isIn === needsAccount(view) || (isIn && account.isAnonymous) ? view : usualFor(isIn);
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeAccountDialog()}
    >
      <Modal className="window account-window" data-size="small">
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{accountWords.titles[shown]}</Heading>
            <IconButton label={accountWords.close} icon={<X />} onPress={closeAccountDialog} />
          </div>
          <KeptFocus>
            <Content view={shown} />
          </KeptFocus>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What had the focus may go, for one because it was what was asked for: the window keeps it then. */
function KeptFocus({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  });
  return (
    <div ref={place} className="account-content" tabIndex={-1}>
      {children}
    </div>
  );
}

function Content({ view }: { readonly view: AccountView }) {
  const account = useAccount((state) => state.account);
  if (account.status === 'opening')
    return (
      <p className="window-body muted" role="status">
        {accountWords.loading}
      </p>
    );
  if (view === 'everywhere') return <EverywhereView />;
  if (view !== 'account') return <EnterView view={view} />;
  return account.status === 'signed-in' ? <AccountOverview account={account} /> : null;
}

function EverywhereView() {
  const { fault, run } = useAct();
  return (
    <div className="window-body">
      <p>{accountWords.intro.everywhere}</p>
      <FaultLine fault={fault} />
      <div className="window-actions">
        <Button onPress={() => useAccountDialog.setState({ view: 'account' })}>{accountWords.cancel}</Button>
        <Button kind="primary" onPress={() => run(signOutEverywhere)}>
          {accountWords.signOutEverywhere}
        </Button>
      </div>
    </div>
  );
}

function needsAccount(view: AccountView): boolean {
  return view === 'account' || view === 'everywhere' || view === 'prove';
}

function usualFor(isIn: boolean): AccountView {
  return isIn ? 'account' : 'sign-in';
}
