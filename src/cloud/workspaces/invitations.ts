import { collection, doc, getDoc, getDocs, serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { newId } from '../../library/store/page-life';
import type { Change, CloudDoor } from '../commit';
import { commitWithTicket } from '../commit';
import type { Role } from '../policy';
import { signedInUid } from '../signed-in';
import { workspaceError } from './workspace-fault';
import type { Invitation } from './workspace-records';
import { readInvitation } from './workspace-records';

const DAY = 86_400_000;

/** How long an invitation may be open, days; the rules allow 31 at most. */
export const INVITATION_DAYS = [1, 7, 30] as const;
export type InvitationDays = (typeof INVITATION_DAYS)[number];

/**
 * Invites an address into a workspace; only an account with that address, verified, can accept. Answers with the
 * invitation's id. Rejects with a fault.
 * @param options.now this device's clock, ms
 */
export async function invite(
  cloud: CloudDoor,
  workspace: string,
  options: {
    readonly email: string;
    readonly role: Role;
    readonly days: InvitationDays;
    readonly now: number;
  },
): Promise<string> {
  const { role, days, now } = options;
  // As accounts have them.
  const email = options.email.trim().toLowerCase();
  const id = newId();
  const by = signedInUid(cloud);
  const place = doc(cloud.firestore, 'workspaces', workspace, 'invitations', id);
  const expiresAt = Timestamp.fromMillis(now + days * DAY);
  await commit(cloud, changeOf(workspace, id, 'invite', by, `${email}: ${role}`), (transaction) => {
    transaction.set(place, { email, role, by, createdAt: serverTimestamp(), expiresAt });
  });
  return id;
}

/** Takes an invitation back that nobody has accepted. Rejects with a fault. */
export async function withdrawInvitation(
  cloud: CloudDoor,
  workspace: string,
  { id, email, role }: Invitation,
): Promise<void> {
  const place = doc(cloud.firestore, 'workspaces', workspace, 'invitations', id);
  const change = changeOf(workspace, id, 'uninvite', signedInUid(cloud), `${email}: ${role}`);
  await commit(cloud, change, (transaction) => transaction.delete(place));
}

/** Open and expired ones, the next to expire first; malformed documents are left out. Rejects with a fault. */
export async function listInvitations(
  { firestore }: CloudDoor,
  workspace: string,
): Promise<readonly Invitation[]> {
  try {
    const { docs } = await getDocs(collection(firestore, 'workspaces', workspace, 'invitations'));
    return docs
      .map((each) => readInvitation(each.id, each.data()))
      .filter((each) => each !== undefined)
      .sort((a, b) => a.expiresAt - b.expiresAt);
  } catch (thrown) {
    throw workspaceError(thrown);
  }
}

/**
 * An invitation as the invited account sees it; undefined where it was used, withdrawn or is for another address.
 * Rejects with a fault.
 */
export async function findInvitation(
  { firestore }: CloudDoor,
  workspace: string,
  id: string,
): Promise<Invitation | undefined> {
  try {
    return readInvitation(
      id,
      (await getDoc(doc(firestore, 'workspaces', workspace, 'invitations', id))).data(),
    );
  } catch (thrown) {
    const error = workspaceError(thrown);
    if (error.fault.code === 'cloud/denied') return undefined;
    throw error;
  }
}

function changeOf(
  workspace: string,
  id: string,
  action: 'invite' | 'uninvite',
  by: string,
  detail: string,
): Change {
  return { kind: 'invitation', id, action, workspace, owner: by, policy: 'INTERNAL', detail };
}

async function commit(...args: Parameters<typeof commitWithTicket>): Promise<void> {
  try {
    await commitWithTicket(...args);
  } catch (thrown) {
    throw workspaceError(thrown);
  }
}
