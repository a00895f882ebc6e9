import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from './emulators/child.mjs';
import { firestoreJars } from './emulators/firestore-jar.mjs';
import { freePorts } from './emulators/free-ports.mjs';

/**
 * Firebase on this machine: the official emulators, nothing of our own.
 * @typedef {object} Emulators
 * @property {string} project
 * @property {string} auth `host:port`
 * @property {string} firestore `host:port`
 * @property {string | undefined} functions `host:port`
 * @property {string | undefined} hosting `host:port`
 * @property {() => Promise<void>} stop
 */

/** @typedef {'auth' | 'firestore' | 'functions' | 'hosting'} Part */

const root = fileURLToPath(new URL('..', import.meta.url));
const host = '127.0.0.1';
const firestoreMain = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

/**
 * Starts Firestore and Auth, and Functions and Hosting when asked. Projects are separate in them and none needs to be
 * made; functions answer for `project` only. Throws with a message that says what is missing.
 * @param {{ functions?: boolean, hosting?: boolean, project?: string, ports?: Partial<Record<Part, number>>,
 *   rules?: string, seed?: (emulators: Emulators) => Promise<void> }} [options] `rules`: path of other rules than
 *   firestore.rules
 * @returns {Promise<Emulators>}
 */
export async function startEmulators(options = {}) {
  const { project = 'demo-photonic', rules = `${root}firestore.rules`, ports: asked = {} } = options;
  const [auth = 0, firestore = 0, functions = 0, hosting = 0, ...inner] = await freePorts(8);
  const ports = { auth, firestore, functions, hosting, ...asked };
  const at = (/** @type {number} */ port) => `${host}:${String(port)}`;
  const started = await Promise.allSettled([
    startFirestore(ports.firestore, rules, project),
    startTools(project, ports, inner, options),
  ]);
  const stop = async () => {
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value.stop() : undefined)));
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const emulators = {
    project,
    auth: at(ports.auth),
    firestore: at(ports.firestore),
    functions: options.functions ? at(ports.functions) : undefined,
    hosting: options.hosting ? at(ports.hosting) : undefined,
    stop,
  };
  await options.seed?.(emulators);
  return emulators;
}

/** Firestore alone, for what asks nothing but its rules: it starts in a third of the time. */
export async function startFirestoreAlone() {
  const [port = 0] = await freePorts(1);
  const { stop } = await startFirestore(port, `${root}firestore.rules`, 'demo-photonic');
  return { firestore: `${host}:${String(port)}`, stop };
}

/**
 * Directly with Java: firebase-tools refuses Javas with which older emulators run.
 * @param {number} port
 * @param {string} rules
 * @param {string} project
 */
async function startFirestore(port, rules, project) {
  const jars = firestoreJars();
  if (jars.length === 0) {
    throw new Error(
      'NOT RUN: there is no Firestore emulator on this machine. Run "npx firebase setup:emulators:firestore" in cloud/, ' +
        'or install google-cloud-cli-firestore-emulator, or set FIRESTORE_EMULATOR_JAR to its jar.',
    );
  }
  /** @type {unknown[]} */
  const troubles = [];
  for (const jar of jars) {
    // Compiled once and plainly: it lives for minutes, and compiling it well takes longer than running it. Its account
    // of what the rules evaluated takes room.
    const plain = ['-Xmx1500m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
    const args = [...plain, '-cp', jar, firestoreMain, '--host', host, '--port', String(port)];
    try {
      return await startChild(
        'NOT RUN: Firestore',
        'java',
        [...args, '--rules', rules, '--project_id', project],
        {
          isReady: () => answers(`http://${host}:${String(port)}/`),
        },
      );
    } catch (error) {
      troubles.push(error);
    }
  }
  const told = troubles.map((each) => (each instanceof Error ? each.message : String(each))).join('\n');
  throw new Error(
    `${told}\nJava must be installed, 21 or newer for the newest emulators and 17 for older ones ("java -version").`,
  );
}

/** @param {string} url */
async function answers(url) {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Auth, Functions and Hosting, which are part of firebase-tools. They read their ports from a file, so they get a
 * folder of their own that has one and leads to the repository's.
 * @param {string} project
 * @param {Record<Part, number>} ports
 * @param {number[]} inner ports that the parts use among themselves
 * @param {{ functions?: boolean, hosting?: boolean }} wanted
 */
async function startTools(project, ports, [hub, logging, eventarc, tasks], wanted) {
  const tools = `${root}cloud/node_modules/firebase-tools/lib/bin/firebase.js`;
  const folder = await mkdtemp(join(tmpdir(), 'photonic-emulators-'));
  const own = JSON.parse(await readFile(`${root}firebase.json`, 'utf8'));
  const at = (/** @type {number | undefined} */ port) => ({ host, port });
  const emulators = {
    ...own.emulators,
    auth: at(ports.auth),
    // Where it is already: functions are told.
    ...(wanted.functions && { functions: at(ports.functions), eventarc: at(eventarc), tasks: at(tasks) }),
    ...(wanted.hosting && { hosting: at(ports.hosting) }),
    hub: at(hub),
    logging: at(logging),
  };
  await writeFile(join(folder, 'firebase.json'), JSON.stringify({ ...own, emulators }));
  for (const name of ['cloud', 'dist', 'firestore.rules', 'firestore.indexes.json'])
    await symlink(`${root}${name}`, join(folder, name));
  const only = ['auth', wanted.functions && 'functions', wanted.hosting && 'hosting'].filter(Boolean).join();
  const args = [tools, 'emulators:start', '--only', only, '--project', project];
  const child = await startChild('NOT RUN: Auth', process.execPath, args, {
    cwd: folder,
    env: {
      // Nobody is signed in to firebase-tools, and nothing asks Google's machines who they are.
      XDG_CONFIG_HOME: join(folder, 'config'),
      // Suites leave notes to each other there; this one is nobody else's.
      TMPDIR: folder,
      METADATA_SERVER_DETECTION: 'none',
      FIRESTORE_EMULATOR_HOST: `${host}:${String(ports.firestore)}`,
    },
    isReady: (said) => said.includes('All emulators ready'),
  });
  return {
    stop: async () => {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
