import { existsSync, readFileSync } from 'node:fs';
import { root } from './paths.mjs';

/** The page asks for this file; it is beside it in every build, also where there is no cloud. */
export const CONFIG_NAME = 'firebase.config.json';

/** Variables of the environment, and the fields they stand for. */
const VARIABLES = /** @type {const} */ ({
  PHOTONIC_FIREBASE_API_KEY: 'apiKey',
  PHOTONIC_FIREBASE_PROJECT_ID: 'projectId',
  PHOTONIC_FIREBASE_AUTH_DOMAIN: 'authDomain',
  PHOTONIC_FIREBASE_APP_ID: 'appId',
  PHOTONIC_FIREBASE_GOOGLE_CLIENT_ID: 'googleClientId',
  PHOTONIC_FIREBASE_APP_CHECK_KEY: 'appCheckKey',
  PHOTONIC_FIREBASE_REGION: 'region',
});

/**
 * Text of the configuration that the page will read: the file at the top of the repository, with what the environment
 * says instead; `null` where neither names a project. What a file holds is passed on as it is: the page says what of it
 * it cannot use.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string | undefined} file text of the file, undefined without one
 */
export function configurationText(environment, file) {
  /** @type {Record<string, unknown>} */
  const said = {};
  for (const [variable, field] of Object.entries(VARIABLES)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') said[field] = value;
  }
  const own = file === undefined ? undefined : parsed(file);
  if (file !== undefined && (typeof own !== 'object' || Array.isArray(own))) return file;
  const whole = { ...own, ...said };
  const hasCloud = Object.keys(own ?? {}).length > 0 || Object.keys(said).some(isAboutProject);
  return `${JSON.stringify(hasCloud ? whole : null, undefined, 2)}\n`;
}

/** A region alone, for one, makes no cloud. @param {string} field */
function isAboutProject(field) {
  return field === 'apiKey' || field === 'projectId';
}

/** @param {string} text @returns {object | null | undefined} undefined: no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As configured for a build on this machine. */
export function currentConfiguration() {
  const path = `${root}${CONFIG_NAME}`;
  return configurationText(process.env, existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

/**
 * What of a built page's configuration counts for its server; undefined where there is none or it cannot be read.
 * @param {string} text
 * @returns {import('./cloud-sources.mjs').Cloud | undefined}
 */
export function cloudOf(text) {
  const value = parsed(text);
  if (value === null || value === undefined || !('projectId' in value)) return undefined;
  return /** @type {import('./cloud-sources.mjs').Cloud} */ (value);
}

/**
 * Puts the configuration beside the built page, and serves it while developing.
 * @returns {import('vite').Plugin}
 */
export function cloudConfiguration() {
  return {
    name: 'photonic:cloud-configuration',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: CONFIG_NAME, source: currentConfiguration() });
    },
    configureServer(server) {
      server.middlewares.use(`/${CONFIG_NAME}`, (_request, response) => {
        response.setHeader('Content-Type', 'application/json').end(currentConfiguration());
      });
    },
  };
}
