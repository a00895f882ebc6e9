import { fileURLToPath } from 'node:url';
import { startEmulators } from '../../cloud/emulators.mjs';
import { startServer } from '../../scripts/static-server.mjs';
import { expect, test as base } from '../test';

/** What a studio with accounts runs on: a served build and the emulators it is configured for. */
export interface Cloud {
  /** Of the studio. */
  readonly url: string;
  readonly project: string;
  /** `host:port` of each. */
  readonly emulators: { readonly auth: string; readonly firestore: string; readonly functions: string };
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * Journeys with accounts. One set of emulators and one server for all specs of a worker: use mail addresses of your
 * own. `sessionTimeout` (s) may be set for a file by `test.use`, which starts a server of its own.
 */
export const test = base.extend<object, { cloud: Cloud; sessionTimeout: number }>({
  sessionTimeout: [3600, { option: true, scope: 'worker' }],
  cloud: [
    async ({ sessionTimeout }, use) => {
      const { project, auth, firestore, functions = '', stop } = await startEmulators({ functions: true });
      const emulators = { auth, firestore, functions };
      const config = { apiKey: 'demo', projectId: project, sessionTimeout, emulators };
      const server = await startServer({
        dist,
        port: 0,
        overlay: { json: { '/firebase.config.json': config } },
      });
      await use({ url: server.url, project, emulators });
      await server.close();
      await stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ cloud }, use) => {
    await use(cloud.url);
  },
  watch: async ({ watch, cloud }, use) => {
    const hosts = Object.values(cloud.emulators).map((host) => new RegExp(`^http://${host}/`));
    watch.expected.foreignRequests.push(...hosts);
    await use(watch);
  },
});

export { expect };
