import type { Workspace } from '../../cloud/workspaces/workspace-records';
import { listMembers, listWorkspaces } from '../../cloud/workspaces/workspaces';
import { useAccount } from '../account/account-store';
import { useCloudData } from '../workspaces/use-cloud-data';

/** Whom and where the account can share with. */
export interface Circle {
  /** Workspaces it may keep models in. */
  readonly workspaces: readonly Pick<Workspace, 'id' | 'name'>[];
  /** Members of its workspaces by account. */
  readonly people: ReadonlyMap<string, string>;
}

/** Empty until it is read, and where nobody is signed in. */
export function useCircle(): Circle {
  const account = useAccount((state) => state.account);
  const roles = account.status === 'signed-in' ? account.workspaces : {};
  const isIn = Object.keys(roles).length > 0;
  const { value } = useCloudData(isIn ? JSON.stringify(roles) : undefined, async (firebase) => {
    const workspaces = await listWorkspaces(firebase, roles);
    const members = await Promise.all(workspaces.map(({ id }) => listMembers(firebase, id)));
    return {
      workspaces: workspaces.filter(({ role }) => role !== 'viewer').map(({ id, name }) => ({ id, name })),
      people: new Map(members.flat().map((each) => [each.uid, each.name === '' ? each.email : each.name])),
    };
  });
  return value ?? { workspaces: [], people: new Map() };
}
