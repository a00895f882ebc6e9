import type { Functions } from 'firebase/functions';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import * as v from 'valibot';
import type { Firebase } from '../firebase';
import type { Role } from '../policy';
import { ROLES } from '../policy';
import { workspaceError } from './workspace-fault';

/** What only the functions may do: roles are claims, which nobody sets for themselves. Each rejects with a fault. */

export async function createWorkspace(firebase: Firebase, name: string): Promise<string> {
  const answer = await call(firebase, 'createWorkspace', { name }, v.object({ workspace: v.string() }));
  return answer.workspace;
}

export async function acceptInvitation(
  firebase: Firebase,
  workspace: string,
  invitation: string,
): Promise<Role> {
  const schema = v.object({ role: v.picklist(ROLES) });
  return (await call(firebase, 'acceptInvitation', { workspace, invitation }, schema)).role;
}

export async function grantRole(
  firebase: Firebase,
  workspace: string,
  uid: string,
  role: Role,
): Promise<void> {
  await call(firebase, 'grantRole', { workspace, uid, role }, v.unknown());
}

/** Removes a member, or leaves. */
export async function withdrawMember(firebase: Firebase, workspace: string, uid: string): Promise<void> {
  await call(firebase, 'withdrawMember', { workspace, uid }, v.unknown());
}

async function call<Answer>(
  firebase: Firebase,
  name: string,
  data: object,
  schema: v.GenericSchema<unknown, Answer>,
): Promise<Answer> {
  try {
    const { data: answer } = await httpsCallable(functionsOf(firebase), name)(data);
    const read = v.parse(schema, answer);
    // The new role is in the next token.
    await firebase.auth.currentUser?.getIdToken(true);
    return read;
  } catch (thrown) {
    throw workspaceError(thrown);
  }
}

let opened: Functions | undefined;

function functionsOf({ app, config }: Firebase): Functions {
  if (opened !== undefined) return opened;
  opened = getFunctions(app, config.region);
  const [host = '', port = ''] = config.emulators?.functions?.split(':') ?? [];
  if (host !== '') connectFunctionsEmulator(opened, host, Number(port));
  return opened;
}
