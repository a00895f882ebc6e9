import { spawn } from 'node:child_process';

/** @typedef {{ stop: () => Promise<void> }} Running */

/** Long enough for the first start on a busy machine, ms. */
const patience = 120_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const alive = new Set();

// Whatever ends this process ends what it has started: nothing keeps a port or a gigabyte.
process.once('exit', () => {
  for (const child of alive) child.kill('SIGTERM');
});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of alive) child.kill('SIGTERM');
    // Others may listen as well and end in their own way; alone, this is the end.
    if (process.listenerCount(signal) === 0) process.exit(1);
  });
}

/**
 * Starts a program and waits until it is ready. Throws with the end of what it said when it ends before, cannot be
 * started, or is not ready within two minutes.
 * @param {string} name for messages
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, isReady: (said: string) => boolean | Promise<boolean> }} options
 * @returns {Promise<Running>}
 */
export async function startChild(name, command, args, { cwd, env, isReady }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  let said = '';
  /** @type {string | undefined} */
  let ended;
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    child.once('error', (error) => {
      ended ??= error.message;
      resolve();
    });
    child.once('close', (code, signal) => {
      alive.delete(child);
      ended ??= `it ended with ${String(code ?? signal)}`;
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ data) => {
      said = (said + data.toString()).slice(-20_000);
    });
  const stop = () => stopChild(child, closed);
  const deadline = performance.now() + patience;
  while (!(await isReady(said))) {
    if (ended === undefined && performance.now() > deadline) ended = 'it was not ready within two minutes';
    if (ended !== undefined) {
      await stop();
      throw new Error(`${name} could not be started: ${ended}.\n${said.slice(-3000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { stop };
}

/**
 * Asks first: firebase-tools stops its own children then.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} closed
 */
async function stopChild(child, closed) {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
  alive.delete(child);
}
