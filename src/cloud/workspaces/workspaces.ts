import { collection, doc, getDoc, getDocs } from 'firebase/firestore/lite';
import type { CloudDoor } from '../commit';
import type { Role } from '../policy';
import type { Member, Workspace } from './workspace-records';
import { readMember, readWorkspace } from './workspace-records';
import { workspaceError } from './workspace-fault';

/**
 * The workspaces in the account's claims; one that cannot be read (a role withdrawn a moment ago) is left out. Rejects
 * with a fault where the cloud cannot be reached.
 */
export async function listWorkspaces(
  { firestore }: CloudDoor,
  roles: Readonly<Record<string, Role>>,
): Promise<readonly Workspace[]> {
  const found = await Promise.all(
    Object.entries(roles).map(async ([id, role]) => {
      try {
        return readWorkspace(id, role, (await getDoc(doc(firestore, 'workspaces', id))).data());
      } catch (thrown) {
        const error = workspaceError(thrown);
        if (error.fault.code === 'cloud/denied') return undefined;
        throw error;
      }
    }),
  );
  return found
    .filter((each) => each !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** All members, administrators first; malformed documents are left out. Rejects with a fault. */
export async function listMembers({ firestore }: CloudDoor, workspace: string): Promise<readonly Member[]> {
  try {
    const { docs } = await getDocs(collection(firestore, 'workspaces', workspace, 'members'));
    return docs
      .map((each) => readMember(each.id, each.data()))
      .filter((each) => each !== undefined)
      .sort((a, b) => order(a) - order(b) || a.email.localeCompare(b.email));
  } catch (thrown) {
    throw workspaceError(thrown);
  }
}

function order({ role }: Member): number {
  return ['admin', 'editor', 'member', 'viewer'].indexOf(role);
}
