import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

const usage = 'Usage: npm start -- [--port N] [--no-open]';

/** @returns {{ port: number | undefined, open: boolean }} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
      throw new Error(`${String(values.port)} is not a port number.`);
    }
    return { port, open: values['no-open'] !== true };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

/**
 * Opens the address in the user's browser; where there is none, the printed address has to do.
 * @param {string} url
 */
function openBrowser(url) {
  const { platform, env } = process;
  if (env['CI'] || (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])) return;
  const [command, args] =
    platform === 'darwin'
      ? ['open', [url]]
      : platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {
    console.log('(No browser could be opened; please open the address yourself.)');
  });
  child.unref();
}

const { port, open } = readArguments();
try {
  await ensureInstalled();
  // Imported only now: these need what npm ci has just installed.
  const { buildPage } = await import('./build.mjs');
  if (!(await buildPage())) throw new Error('The build failed; see the messages above.');
  const { startServer } = await import('./static-server.mjs');
  const server = await startServer({
    dist: `${root}dist`,
    ...(port === undefined ? {} : { port, tries: 1 }),
  });
  console.log(`\n  Photonic AI Studio is at ${server.url}\n  Ctrl+C stops it.\n`);
  if (open) openBrowser(server.url);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
