import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { ensureCloudInstalled, ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

const usage = 'Usage: npm run start:cloud -- [--port N] [--session-timeout SECONDS]';
/** Where `npm run admin -- --emulator` looks; others are taken where these are in use. */
const USUAL = { auth: 9099, firestore: 8080 };

/** @returns {{ port: number | undefined, sessionTimeout: number }} */
function readArguments() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'session-timeout': { type: 'string' } },
  });
  const number = (/** @type {string | undefined} */ text) => (text === undefined ? undefined : Number(text));
  const port = number(values.port);
  const sessionTimeout = number(values['session-timeout'] ?? process.env['PHOTONIC_SESSION_TIMEOUT']) ?? 3600;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))
    throw new Error(`${String(values.port)} is not a port number.\n${usage}`);
  if (!(sessionTimeout >= 120)) throw new Error(`The session needs 120 seconds or more.\n${usage}`);
  return { port, sessionTimeout };
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function usualPorts() {
  const free = await Promise.all(
    Object.entries(USUAL).map(async ([part, port]) => ((await isFree(port)) ? [[part, port]] : [])),
  );
  return Object.fromEntries(free.flat());
}

/** The demonstration's models, made by the studio's own code. */
async function demoModels() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(`${root}cloud/seed/demo-models.ts`, { configFile: false, root });
  return /** @type {typeof import('../cloud/seed/demo-models.ts')} */ (module).demoModels();
}

async function start() {
  const { port, sessionTimeout } = readArguments();
  await ensureInstalled();
  await ensureCloudInstalled();
  // Imported only now: these need what has just been installed.
  const { buildPage } = await import('./build.mjs');
  if (!(await buildPage())) throw new Error('The build failed; see the messages above.');
  const { startEmulators } = await import('../cloud/emulators.mjs');
  const { seedDemo } = await import('../cloud/seed/seed-demo.mjs');
  const { startServer } = await import('./static-server.mjs');
  // Nobody asks Google's machines who we are.
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  console.log("Starting Firebase's emulators …");
  const emulators = await startEmulators({ functions: true, ports: await usualPorts() });
  try {
    const { project, auth, firestore, functions } = emulators;
    const demo = await seedDemo(emulators, await demoModels());
    const config = {
      apiKey: 'demo',
      projectId: project,
      sessionTimeout,
      emulators: { auth, firestore, functions },
    };
    const server = await startServer({
      dist: `${root}dist`,
      overlay: { json: { '/firebase.config.json': config } },
      ...(port === undefined ? {} : { port, tries: 1 }),
    });
    const people = demo.people.map(
      ({ email, role }) => `    ${email.padEnd(20)}${role} of ${demo.workspace}`,
    );
    console.log(
      [
        `\n  Photonic AI Studio is at ${server.url}`,
        `  Firebase's emulators: Auth ${auth}, Firestore ${firestore}, Functions ${functions ?? '–'}`,
        `  People, all with the password "${demo.password}":`,
        ...people,
        '  What is stored in them is gone when they stop. Ctrl+C stops everything.\n',
      ].join('\n'),
    );
    await new Promise((resolve) => {
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, resolve);
    });
    console.log('Stopping …');
    await server.close();
  } finally {
    await emulators.stop();
  }
}

try {
  await start();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
