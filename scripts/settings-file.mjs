import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.mjs';

/** The page asks for this file; it is beside it in every build, empty where nothing is set. */
export const SETTINGS_FILE = 'photonic.config.json';

/** Left in place of a file that cannot be read. */
const NOTHING = '{}\n';

/**
 * Text of the file that `PHOTONIC_CONFIG_PATH` names; undefined where it names none. What it holds is passed on as it
 * is: the page says what of it it cannot use.
 * @param {NodeJS.ProcessEnv} environment
 */
export function namedSettings(environment = process.env) {
  const path = environment['PHOTONIC_CONFIG_PATH'];
  if (path === undefined || path === '') return undefined;
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`PHOTONIC_CONFIG_PATH is ${path}, which cannot be read; no file is used. ${why}`);
    return NOTHING;
  }
}

/** What a build puts beside the page: the file that is named, else the one at the top of the repository. */
export function builtSettingsFile(environment = process.env) {
  const own = `${root}${SETTINGS_FILE}`;
  return namedSettings(environment) ?? (existsSync(own) ? readFileSync(own, 'utf8') : NOTHING);
}

/**
 * The variables of the environment that a build keeps, as they were written: what is read of them is src/settings's.
 * @param {NodeJS.ProcessEnv} environment
 */
export function builtVariables(environment = process.env) {
  const ours = Object.entries(environment).filter(
    ([name, value]) => name.startsWith('PHOTONIC_') && value !== undefined && value !== '',
  );
  return Object.fromEntries(ours.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Puts the file beside the built page, and serves it while developing.
 * @returns {import('vite').Plugin}
 */
export function settingsFile() {
  return {
    name: 'photonic:settings-file',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: SETTINGS_FILE, source: builtSettingsFile() });
    },
    configureServer(server) {
      server.middlewares.use(`/${SETTINGS_FILE}`, (_request, response) => {
        response.setHeader('Content-Type', 'application/json').end(builtSettingsFile());
      });
    },
  };
}
