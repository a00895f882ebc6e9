import { readFile } from 'node:fs/promises';
import { applicationDefault, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { Refusal } from '../functions/refusal.mjs';
import { readArguments } from './arguments.mjs';
import { runCommand } from './run-command.mjs';

/**
 * The administrators' command. Prints what it did, or what is wrong and what to do.
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit status
 */
export async function main(words) {
  try {
    const { command, options } = readArguments(words);
    const services = command.name === 'help' ? undefined : await connect(options);
    await runCommand(/** @type {import('../functions/members.mjs').Services} */ (services), command, {
      isDryRun: options.isDryRun,
      say: console.log,
    });
    return 0;
  } catch (thrown) {
    console.error(thrown instanceof Refusal ? thrown.message : explain(thrown));
    return 1;
  }
}

/**
 * @param {import('./arguments.mjs').Options} options
 * @returns {Promise<import('../functions/members.mjs').Services>}
 */
async function connect({ project, isEmulator }) {
  if (isEmulator) {
    process.env['FIREBASE_AUTH_EMULATOR_HOST'] ??= '127.0.0.1:9099';
    process.env['FIRESTORE_EMULATOR_HOST'] ??= '127.0.0.1:8080';
  }
  const isReal =
    process.env['FIREBASE_AUTH_EMULATOR_HOST'] === undefined &&
    process.env['FIRESTORE_EMULATOR_HOST'] === undefined;
  const projectId = project ?? process.env['PHOTONIC_FIREBASE_PROJECT_ID'] ?? (await configuredProject());
  if (projectId === undefined)
    throw new Refusal(
      'admin/no-project',
      'invalid-argument',
      'Which Firebase project? Name it with --project, or in firebase.config.json.',
    );
  const app = initializeApp({ projectId, ...(isReal && { credential: applicationDefault() }) });
  return { auth: getAuth(app), firestore: getFirestore(app) };
}

/** @returns {Promise<string | undefined>} */
async function configuredProject() {
  const file = new URL('../../firebase.config.json', import.meta.url);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { projectId } = JSON.parse(text);
    return typeof projectId === 'string' ? projectId : undefined;
  } catch {
    throw new Refusal(
      'admin/config',
      'invalid-argument',
      'firebase.config.json is no JSON. Correct it first.',
    );
  }
}

/** @param {unknown} thrown */
function explain(thrown) {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (/credential|UNAUTHENTICATED|invalid_grant/i.test(text))
    return `Firebase does not know who asks. Run "gcloud auth application-default login" or set GOOGLE_APPLICATION_CREDENTIALS.\n${text}`;
  if (/ECONNREFUSED|UNAVAILABLE|network/i.test(text))
    return `Firebase could not be reached; nothing was changed. Check the network, or start the emulators with "npm run start:cloud".\n${text}`;
  return `That did not work.\n${thrown instanceof Error ? (thrown.stack ?? text) : text}`;
}
