import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { toFault } from '../lib/fault';
import { DEFAULT_LIMITS } from '../program/limits';
import { readSettings, settingsOf } from '../settings/read-settings';
import { createNodeEngine } from './node-engine';
import { nodeBackends } from './node-backends';
import { createNodePort } from './node-port';
import { nodeThreads } from './node-threads';
import { servePrograms } from './serve-programs';
import { googleKeys, tokenVerifier } from './verify-token';

const USAGE =
  'Usage: npm run serve -- --models DIR [--port 4180] [--project FIREBASE_PROJECT [--workspace ID]]';

/** `npm run serve`: the interface for programs on this machine. Each request is one line of JSON on stdout. */
export async function main(version: string): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        models: { type: 'string' },
        port: { type: 'string', default: '4180' },
        project: { type: 'string' },
        workspace: { type: 'string' },
      },
    });
    const { models, project, workspace } = values;
    const port = Number(values.port);
    const { settings, faults } = readSettings({ environment: settingsOf(process.env) });
    for (const fault of faults) console.error(`${fault.message} ${fault.fix}`);
    const requireAuth = settings.PHOTONIC_REQUIRE_AUTH;
    if (models === undefined) return refuse('No folder of models is named.');
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return refuse('--port must be a number from 0 to 65535.');
    if (requireAuth && project === undefined)
      return refuse('PHOTONIC_REQUIRE_AUTH needs --project: without it no token can be checked.');
    await mkdir(models, { recursive: true });
    const kernels = new URL('./kernels/', import.meta.url);
    const threads = nodeThreads(1, new URL('./conv-thread.js', import.meta.url));
    const verify =
      project === undefined
        ? () => Promise.resolve(undefined)
        : tokenVerifier(project, workspace, googleKeys());
    const household = createNodePort({
      about: { name: 'Photonic AI Studio', version },
      models,
      backend: () => nodeBackends(kernels, threads, false).wasm(),
      engine: () => Promise.resolve(createNodeEngine()),
      verify,
      date: () => new Date(performance.timeOrigin + performance.now()).toISOString(),
    });
    const limits = {
      ...DEFAULT_LIMITS,
      requireAuth,
      rateLimit: settings.PHOTONIC_RATE_LIMIT,
      maxConcurrentRequests: settings.PHOTONIC_MAX_CONCURRENT_REQUESTS,
    };
    const serving = await servePrograms(household, limits, port, (answered) =>
      console.log(JSON.stringify(answered)),
    );
    console.error(`Serving ${models} at http://127.0.0.1:${serving.port} (Ctrl+C ends it).`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void serving.close().then(() => process.exit(0)));
  } catch (thrown) {
    refuse(toFault(thrown).cause ?? toFault(thrown).message);
  }
}

function refuse(why: string): void {
  console.error(`${why}\n${USAGE}`);
  process.exitCode = 2;
}
