import { lazy, Suspense } from 'react';
import { useWorkspaces } from './workspaces-store';

const WorkspacesDialog = lazy(async () => ({
  default: (await import('./workspaces-dialog')).WorkspacesDialog,
}));
const AcceptDialog = lazy(async () => ({ default: (await import('./accept-dialog')).AcceptDialog }));
const AuditDialog = lazy(async () => ({ default: (await import('../audit/audit-dialog')).AuditDialog }));

/** The dialog about workspaces that is open. */
export function WorkspaceDialogs() {
  const dialog = useWorkspaces((state) => state.dialog);
  return (
    <Suspense>
      {dialog === 'workspaces' && <WorkspacesDialog />}
      {dialog === 'accept' && <AcceptDialog />}
      {dialog === 'audit' && <AuditDialog />}
    </Suspense>
  );
}
