import { useState } from 'react';
import type { Firebase } from '../../cloud/firebase';
import type { Role } from '../../cloud/policy';
import type { Member, Workspace } from '../../cloud/workspaces/workspace-records';
import { Button } from '../parts/button';
import { workspaceWords } from '../words/workspaces';
import { act } from './act';
import { RoleChoice } from './role-choice';

const words = workspaceWords.members;

interface RowProps {
  readonly workspace: Workspace;
  readonly member: Member;
  readonly isSelf: boolean;
  readonly onChanged: () => void;
}

/** Who is in a workspace; administrators change and remove. */
export function MemberTable(props: {
  readonly workspace: Workspace;
  readonly members: readonly Member[];
  readonly self: string;
  readonly onChanged: () => void;
}) {
  const { workspace, members, self, onChanged } = props;
  return (
    <table className="member-table">
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">
            <span className="visually-hidden">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow
            key={member.uid}
            workspace={workspace}
            member={member}
            isSelf={member.uid === self}
            onChanged={onChanged}
          />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow(props: RowProps) {
  const { workspace, member, isSelf, onChanged } = props;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isAdmin = workspace.role === 'admin';
  const run = (work: (firebase: Firebase) => Promise<unknown>, done: string): void => {
    if (isBusy) return;
    setBusy(true);
    void act(work, done).then((isDone) => {
      setBusy(false);
      setAsking(false);
      if (isDone) onChanged();
    });
  };
  const grant = (role: Role): void =>
    run(
      async (firebase) => (await roleFunctions()).grantRole(firebase, workspace.id, member.uid, role),
      words.changed(member.email, workspaceWords.roles[role]),
    );
  const remove = (): void =>
    run(
      async (firebase) => (await roleFunctions()).withdrawMember(firebase, workspace.id, member.uid),
      isSelf ? words.left(workspace.name) : words.removed(member.email),
    );
  if (isAsking)
    return (
      <tr>
        <td colSpan={3}>
          <div
            className="member-sure"
            role="group"
            aria-label={words.removeName(member.email)}
            tabIndex={-1}
            ref={focusOn}
          >
            <p>{isSelf ? words.sureLeave : words.sure(member.email)}</p>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {words.keep}
            </Button>
            <Button onPress={remove}>{isSelf ? words.leave : words.remove}</Button>
          </div>
        </td>
      </tr>
    );
  return (
    <tr>
      <td>
        <span className="member-name">{member.name === '' ? member.email : member.name}</span>
        <span className="muted small">{isSelf ? words.you : member.name === '' ? '' : member.email}</span>
      </td>
      <td className="member-role">
        {isAdmin ? (
          <RoleChoice
            label={words.roleOf(member.email)}
            hideLabel
            value={member.role}
            onChange={(role) => role !== member.role && grant(role)}
          />
        ) : (
          workspaceWords.roles[member.role]
        )}
      </td>
      <td className="member-actions">
        {(isAdmin || isSelf) && (
          <Button
            kind="quiet"
            label={isSelf ? words.leave : words.removeName(member.email)}
            onPress={() => setAsking(true)}
          >
            {isSelf ? words.leave : words.remove}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** The button that was pressed has gone. */
function focusOn(element: HTMLElement | null): void {
  element?.focus();
}

/** They bring the functions' SDK. */
function roleFunctions(): Promise<typeof import('../../cloud/workspaces/role-functions')> {
  return import('../../cloud/workspaces/role-functions');
}
