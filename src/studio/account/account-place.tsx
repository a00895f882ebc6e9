import { lazy, Suspense } from 'react';
import { useAccount } from './account-store';
import { useAccountDialog } from './dialog-store';
import { useIdle } from './idle';
import { useSyncOverview } from './sync-store';
import { WorkspaceDialogs } from '../workspaces/workspace-dialogs';

const AccountDialog = lazy(async () => ({ default: (await import('./account-dialog')).AccountDialog }));
const SessionWarning = lazy(async () => ({ default: (await import('./session-warning')).SessionWarning }));
const SyncDialog = lazy(async () => ({ default: (await import('./sync-dialog')).SyncDialog }));
const EndedBar = lazy(async () => ({ default: (await import('./ended-bar')).EndedBar }));

/** What the account has to say on the page; there only where a cloud is configured. */
export function AccountPlace() {
  const account = useAccount((state) => state.account);
  const view = useAccountDialog((state) => state.view);
  const isSyncOpen = useSyncOverview((state) => state.isDialogOpen);
  const endsAt = useIdle((state) => state.endsAt);
  const ended = account.status === 'signed-out' ? account.ended : undefined;
  return (
    <Suspense>
      {ended !== undefined && <EndedBar ended={ended} />}
      {view !== undefined && <AccountDialog view={view} />}
      {isSyncOpen && account.status === 'signed-in' && <SyncDialog />}
      {endsAt !== undefined && <SessionWarning endsAt={endsAt} />}
      <WorkspaceDialogs />
    </Suspense>
  );
}
