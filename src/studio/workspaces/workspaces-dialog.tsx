import { useEffect, useId, useState } from 'react';
import type { Firebase } from '../../cloud/firebase';
import { listWorkspaces } from '../../cloud/workspaces/workspaces';
import type { Account } from '../account/account-store';
import { useAccount } from '../account/account-store';
import { openCloud } from '../account/cloud-door';
import { Button } from '../parts/button';
import { workspaceWords } from '../words/workspaces';
import { act } from './act';
import { CloudWindow, FaultNote } from './cloud-window';
import { useCloudData } from './use-cloud-data';
import { WorkspacePane } from './workspace-pane';
import { chooseWorkspace, closeWorkspaces, useWorkspaces } from './workspaces-store';

/** Workspaces of the account, the members of the chosen one, and a way to make another. */
export function WorkspacesDialog() {
  const account = useAccount((state) => state.account);
  return (
    <CloudWindow title={workspaceWords.title} onClose={closeWorkspaces}>
      {account.status === 'signed-in' ? (
        <Workspaces account={account} />
      ) : (
        <div className="window-body">
          <p>{account.status === 'off' ? workspaceWords.off : workspaceWords.signIn}</p>
        </div>
      )}
    </CloudWindow>
  );
}

function Workspaces({ account }: { readonly account: Extract<Account, { status: 'signed-in' }> }) {
  const roles = account.workspaces;
  useEffect(() => void renewRoles(), []);
  const { value, fault, reload } = useCloudData(`${account.uid} ${JSON.stringify(roles)}`, (firebase) =>
    listWorkspaces(firebase, roles),
  );
  const chosen = useWorkspaces((state) => state.chosen);
  const shown = value?.find(({ id }) => id === chosen) ?? value?.[0];
  return (
    <div className="workspaces">
      <div className="workspace-list">
        <ul aria-label={workspaceWords.list}>
          {value?.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="workspace-item"
                aria-pressed={each.id === shown?.id}
                onClick={() => chooseWorkspace(each.id)}
              >
                <span className="member-name">{each.name}</span>
                <span className="muted small">{workspaceWords.roles[each.role]}</span>
              </button>
            </li>
          ))}
        </ul>
        <CreateForm onMade={reload} />
      </div>
      {fault && <FaultNote fault={fault} onRetry={reload} />}
      {value === undefined && fault === undefined && (
        <p className="workspace-pane muted">{workspaceWords.loading}</p>
      )}
      {value?.length === 0 && <p className="workspace-pane">{workspaceWords.none}</p>}
      {shown && <WorkspacePane key={shown.id} workspace={shown} self={account.uid} onChanged={reload} />}
    </div>
  );
}

/** Somebody may have changed a role since the account's token was given out; the list itself says what does not work. */
async function renewRoles(): Promise<void> {
  const firebase = await openCloud();
  await firebase?.auth.currentUser?.getIdToken(true).catch(() => undefined);
}

function CreateForm({ onMade }: { readonly onMade: () => void }) {
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useId();
  const words = workspaceWords.create;
  const make = async (firebase: Firebase): Promise<void> => {
    const { createWorkspace } = await import('../../cloud/workspaces/role-functions');
    chooseWorkspace(await createWorkspace(firebase, name.trim()));
  };
  const submit = (): void => {
    // A button that goes out under the finger would take the focus with it.
    if (name.trim() === '' || isBusy) return;
    setBusy(true);
    void act(make, words.done(name.trim())).then((isDone) => {
      setBusy(false);
      if (!isDone) return;
      setName('');
      onMade();
    });
  };
  return (
    <form
      className="workspace-create"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="visually-hidden" htmlFor={field}>
        {words.name}
      </label>
      <input
        id={field}
        className="text-input"
        maxLength={80}
        placeholder={words.placeholder}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button onPress={submit}>{words.button}</Button>
    </form>
  );
}
