import { parseArgs } from 'node:util';
import { Refusal } from '../functions/refusal.mjs';
import { isRole, ROLES } from '../functions/roles.mjs';

export const USAGE = `npm run admin -- COMMAND [--project ID] [--emulator] [--dry-run]

  grant WORKSPACE EMAIL ROLE            give an account a role: ${ROLES.join(', ')}
  withdraw WORKSPACE EMAIL              take its role away
  create WORKSPACE NAME --admin EMAIL   make a workspace with its first administrator
  workspaces                            list all workspaces
  members WORKSPACE                     list the members of one
  repair EMAIL                          set an account's claims to what is stored

  --project   the Firebase project; otherwise PHOTONIC_FIREBASE_PROJECT_ID or firebase.config.json names it
  --emulator  the emulators on this machine: FIREBASE_AUTH_EMULATOR_HOST and FIRESTORE_EMULATOR_HOST, or their usual ports
  --dry-run   look everything up and say what would be done

Without --emulator it needs application credentials: "gcloud auth application-default login", or GOOGLE_APPLICATION_CREDENTIALS.`;

/**
 * @typedef {import('../functions/roles.mjs').Role} Role
 * @typedef {{ readonly name: 'grant', readonly workspace: string, readonly email: string, readonly role: Role }
 *   | { readonly name: 'withdraw', readonly workspace: string, readonly email: string }
 *   | { readonly name: 'create', readonly workspace: string, readonly title: string, readonly email: string }
 *   | { readonly name: 'workspaces' }
 *   | { readonly name: 'members', readonly workspace: string }
 *   | { readonly name: 'repair', readonly email: string }
 *   | { readonly name: 'help' }} Command
 *
 * @typedef {object} Options
 * @property {string | undefined} project
 * @property {boolean} isEmulator
 * @property {boolean} isDryRun
 */

/**
 * @param {readonly string[]} words as they stand on the command line
 * @returns {{ readonly command: Command, readonly options: Options }}
 * @throws {Refusal} `admin/usage`
 */
export function readArguments(words) {
  const { values, positionals } = parsed(words);
  const options = {
    project: values.project,
    isEmulator: values.emulator === true,
    isDryRun: values['dry-run'] === true,
  };
  return { command: commandOf(positionals, values.admin), options };
}

/** @param {readonly string[]} words */
function parsed(words) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        project: { type: 'string' },
        admin: { type: 'string' },
        emulator: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
      },
    });
  } catch (thrown) {
    throw usage(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/**
 * @param {readonly string[]} words
 * @param {string | undefined} admin
 * @returns {Command}
 */
function commandOf([name = 'help', ...rest], admin) {
  /** @param {number} index @param {string} what */
  const need = (index, what) => {
    const word = rest[index];
    if (word === undefined || word === '') throw usage(`"${name}" needs ${what}.`);
    return word;
  };
  switch (name) {
    case 'help':
    case 'workspaces':
      return { name };
    case 'members':
      return { name, workspace: need(0, 'a workspace') };
    case 'repair':
      return { name, email: need(0, 'an e-mail address') };
    case 'withdraw':
      return { name, workspace: need(0, 'a workspace'), email: need(1, 'an e-mail address') };
    case 'grant':
      return {
        name,
        workspace: need(0, 'a workspace'),
        email: need(1, 'an e-mail address'),
        role: roleOf(need(2, 'a role')),
      };
    case 'create':
      if (admin === undefined) throw usage('"create" needs --admin EMAIL: a workspace has an administrator.');
      return { name, workspace: need(0, 'an id'), title: need(1, 'a name'), email: admin };
    default:
      throw usage(`There is no command "${name}".`);
  }
}

/** @param {string} word */
function roleOf(word) {
  if (isRole(word)) return word;
  throw usage(`"${word}" is no role: ${ROLES.join(', ')}.`);
}

/** @param {string} message */
function usage(message) {
  return new Refusal('admin/usage', 'invalid-argument', `${message}\n\n${USAGE}`);
}
