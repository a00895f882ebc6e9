import type { Firebase } from '../../cloud/firebase';
import { findInvitation } from '../../cloud/workspaces/invitations';
import type { Invitation } from '../../cloud/workspaces/workspace-records';
import { useState } from 'react';
import { useAccount } from '../account/account-store';
import { openAccountDialog } from '../account/dialog-store';
import { Button } from '../parts/button';
import { workspaceWords } from '../words/workspaces';
import { act } from './act';
import { CloudWindow, FaultNote } from './cloud-window';
import { useCloudData } from './use-cloud-data';
import type { InvitationName } from './workspaces-store';
import { closeWorkspaces, openWorkspaces, useWorkspaces } from './workspaces-store';

const words = workspaceWords.accept;

/** What an invitation offers, and accepting it. */
export function AcceptDialog() {
  const name = useWorkspaces((state) => state.invitation);
  const account = useAccount((state) => state.account);
  if (name === undefined) return null;
  return (
    <CloudWindow title={words.title} size="small" onClose={closeWorkspaces}>
      <div className="window-body">
        {account.status === 'opening' && <p className="muted">{words.looking}</p>}
        {account.status === 'off' && <p>{workspaceWords.off}</p>}
        {(account.status === 'signed-out' || (account.status === 'signed-in' && account.isAnonymous)) && (
          <>
            <p>{words.signIn}</p>
            <div className="window-actions">
              <Button kind="primary" onPress={() => openAccountDialog()}>
                {words.enter}
              </Button>
            </div>
          </>
        )}
        {account.status === 'signed-in' && !account.isAnonymous && (
          <Offer key={account.uid} name={name} email={account.email ?? ''} />
        )}
      </div>
    </CloudWindow>
  );
}

function Offer({ name, email }: { readonly name: InvitationName; readonly email: string }) {
  const isVerified = useAccount(({ account }) => account.status === 'signed-in' && account.isEmailVerified);
  const { value, fault, reload } = useCloudData(`${name.id} ${isVerified}`, async (firebase) => ({
    invitation: await findFresh(firebase, name),
  }));
  const [isBusy, setBusy] = useState(false);
  const [now] = useState(() => Date.now());
  if (fault) return <FaultNote fault={fault} onRetry={reload} />;
  if (value === undefined) return <p className="muted">{words.looking}</p>;
  const { invitation } = value;
  if (invitation === undefined && !isVerified)
    return (
      <>
        <p>{words.verify(email)}</p>
        <div className="window-actions">
          <Button onPress={reload}>{words.again}</Button>
        </div>
      </>
    );
  if (invitation === undefined)
    return (
      <p>
        {words.gone} {words.goneFix}
      </p>
    );
  if (invitation.expiresAt <= now) return <p>{words.expired}</p>;
  const accept = (): void => {
    if (isBusy) return;
    setBusy(true);
    void act(
      async (firebase) => (await roleFunctions()).acceptInvitation(firebase, name.workspace, name.id),
      words.done(workspaceWords.roles[invitation.role]),
    ).then((isDone) => {
      setBusy(false);
      if (isDone) openWorkspaces(name.workspace);
    });
  };
  return (
    <>
      <p>{words.offer(workspaceWords.roles[invitation.role], invitation.email)}</p>
      <p className="muted small">{workspaceWords.roleNotes[invitation.role]}</p>
      <div className="window-actions">
        <Button kind="quiet" onPress={closeWorkspaces}>
          {words.later}
        </Button>
        <Button kind="primary" onPress={accept}>
          {words.accept}
        </Button>
      </div>
    </>
  );
}

/** The address may have been verified elsewhere a moment ago: the token must say so too. */
async function findFresh(
  firebase: Firebase,
  { workspace, id }: InvitationName,
): Promise<Invitation | undefined> {
  const user = firebase.auth.currentUser;
  await user?.reload();
  await user?.getIdToken(true);
  return findInvitation(firebase, workspace, id);
}

function roleFunctions(): Promise<typeof import('../../cloud/workspaces/role-functions')> {
  return import('../../cloud/workspaces/role-functions');
}
