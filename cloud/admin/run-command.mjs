import { isId } from '../functions/ids.mjs';
import { changeRole, restoreClaims } from '../functions/members.mjs';
import { Refusal } from '../functions/refusal.mjs';
import { createWorkspace, listMembers, listWorkspaces, workspaceName } from '../functions/workspaces.mjs';
import { USAGE } from './arguments.mjs';

/** Who stands in the audit where no account asked. */
const BY = 'command';

/**
 * Does what an administrator's command asks for.
 * @param {import('../functions/members.mjs').Services} services
 * @param {import('./arguments.mjs').Command} command
 * @param {{ readonly isDryRun: boolean, readonly say: (line: string) => void }} how
 * @throws {Refusal}
 */
export async function runCommand(services, command, { isDryRun, say }) {
  /** @param {string} line @param {() => Promise<unknown>} act */
  const act = async (line, act) => {
    if (isDryRun) return say(`Would: ${line}`);
    await act();
    say(`Done: ${line}`);
  };
  switch (command.name) {
    case 'help':
      return say(USAGE);
    case 'workspaces': {
      const all = await listWorkspaces(services);
      if (all.length === 0) say('There are no workspaces yet: make one with "create".');
      for (const { id, name, members } of all) say(`${id}\t${name}\t${members} members`);
      return;
    }
    case 'members':
      for (const { email, role, uid } of await listMembers(services, command.workspace))
        say(`${role}\t${email}\t${uid}`);
      return;
    case 'repair': {
      const { uid, email } = await accountOf(services, command.email);
      return act(`set the claims of ${email} to what is stored`, () => restoreClaims(services, uid));
    }
    case 'create': {
      const { workspace, title } = command;
      if (!isId(workspace))
        throw new Refusal(
          'admin/id',
          'invalid-argument',
          `"${workspace}" is no id: letters, digits, - and _.`,
        );
      const { uid, email } = await accountOf(services, command.email);
      const name = workspaceName(title);
      return act(`workspace ${workspace}, "${name}", with ${email} as its administrator`, () =>
        createWorkspace(services, { id: workspace, name, admin: uid, by: BY }),
      );
    }
    case 'grant':
    case 'withdraw':
      return changeMember(services, command, act);
  }
}

/**
 * @param {import('../functions/members.mjs').Services} services
 * @param {Extract<import('./arguments.mjs').Command, { name: 'grant' | 'withdraw' }>} command
 * @param {(line: string, act: () => Promise<unknown>) => Promise<void>} act
 */
async function changeMember(services, command, act) {
  const { workspace } = command;
  const { uid, email } = await accountOf(services, command.email);
  const members = await listMembers(services, workspace);
  const before = members.find((each) => each.uid === uid)?.role;
  const role = command.name === 'grant' ? command.role : undefined;
  const line =
    role === undefined
      ? `${email} is no member of ${workspace} any more`
      : `${email} is ${role} in ${workspace}`;
  const was = before === undefined ? 'was no member' : `was ${before}`;
  await act(`${line} (${was})`, () => changeRole(services, { workspace, uid, role, by: BY }));
}

/**
 * @param {import('../functions/members.mjs').Services} services
 * @param {string} email
 * @returns {Promise<{ readonly uid: string, readonly email: string }>}
 * @throws {Refusal} `admin/no-account`
 */
async function accountOf({ auth }, email) {
  try {
    const { uid } = await auth.getUserByEmail(email);
    return { uid, email };
  } catch (thrown) {
    const code = /** @type {{ code?: unknown }} */ (thrown).code;
    if (code !== 'auth/user-not-found' && code !== 'auth/invalid-email') throw thrown;
    throw new Refusal(
      'admin/no-account',
      'not-found',
      `There is no account with the address ${email}. Its owner signs up in the studio first.`,
    );
  }
}
