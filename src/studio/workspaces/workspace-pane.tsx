import { useState } from 'react';
import { listInvitations } from '../../cloud/workspaces/invitations';
import type { Workspace } from '../../cloud/workspaces/workspace-records';
import { listMembers } from '../../cloud/workspaces/workspaces';
import { Disclosure } from '../parts/disclosure';
import { workspaceWords } from '../words/workspaces';
import { FaultNote } from './cloud-window';
import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';
import { MemberTable } from './member-rows';
import { RoleTable } from './role-table';
import { useCloudData } from './use-cloud-data';

/** One workspace: its members, invitations, and what roles may do. */
export function WorkspacePane(props: {
  readonly workspace: Workspace;
  readonly self: string;
  readonly onChanged: () => void;
}) {
  const { workspace, self, onChanged } = props;
  const isAdmin = workspace.role === 'admin';
  const [now] = useState(() => Date.now());
  const members = useCloudData(`${workspace.id} ${workspace.role}`, (firebase) =>
    listMembers(firebase, workspace.id),
  );
  const invitations = useCloudData(isAdmin ? workspace.id : undefined, (firebase) =>
    listInvitations(firebase, workspace.id),
  );
  return (
    <section className="workspace-pane" aria-label={workspace.name} tabIndex={0}>
      <header>
        <h3>{workspace.name}</h3>
        <p className="muted small">
          {workspaceWords.roles[workspace.role]} · {workspaceWords.roleNotes[workspace.role]}
        </p>
      </header>
      {members.fault && <FaultNote fault={members.fault} onRetry={members.reload} />}
      {members.value === undefined && members.fault === undefined && (
        <p className="muted">{workspaceWords.loading}</p>
      )}
      {members.value && (
        <MemberTable
          workspace={workspace}
          members={members.value}
          self={self}
          onChanged={() => {
            members.reload();
            onChanged();
          }}
        />
      )}
      {isAdmin && (
        <>
          <h4>{workspaceWords.invite.heading}</h4>
          <InviteForm workspace={workspace.id} onMade={invitations.reload} />
          {invitations.fault && <FaultNote fault={invitations.fault} onRetry={invitations.reload} />}
          <InvitationList
            workspace={workspace.id}
            invitations={invitations.value ?? []}
            now={now}
            onChanged={invitations.reload}
          />
        </>
      )}
      <Disclosure title={workspaceWords.table.heading} summary="" fold="role-table">
        <RoleTable />
      </Disclosure>
    </section>
  );
}
