import { readFile } from 'node:fs/promises';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Whether everything a lockfile asks for is installed. Contents are compared, not file times: a checkout
 * touches the lockfile without changing it. Optional packages may be absent (they belong to other systems).
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, npm's note of what it installed
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * Whether Vite 8 runs on this Node: 20.19, 22.12 or newer.
 * @param {string} version
 */
export function isNodeRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** @param {string} path */
async function readLock(path) {
  try {
    return /** @type {Lockfile} */ (JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Whether the locked dependencies are there. */
export async function isInstalledHere() {
  const wanted = await readLock(`${root}package-lock.json`);
  const installed = await readLock(`${root}node_modules/.package-lock.json`);
  return wanted !== undefined && installed !== undefined && isInstalled(wanted, installed);
}

/** Installs the locked dependencies if they are missing or differ; uses nothing but Node and npm. */
export async function ensureInstalled() {
  if (!isNodeRecent(process.versions.node)) {
    throw new Error(
      `Node ${process.versions.node} is too old: 20.19, 22.12 or newer is needed (nodejs.org).`,
    );
  }
  // The development dependencies build the page, so they are needed even where NODE_ENV is production.
  await ensureLocked('', []);
}

/** Installs the emulators and the functions' packages; their install scripts fetch nothing that is used. */
export async function ensureCloudInstalled() {
  await ensureLocked('cloud/', ['--prefix', 'cloud', '--ignore-scripts']);
}

/**
 * @param {string} folder below the root, with its separator
 * @param {string[]} options
 */
async function ensureLocked(folder, options) {
  const wanted = await readLock(`${root}${folder}package-lock.json`);
  const installed = await readLock(`${root}${folder}node_modules/.package-lock.json`);
  if (wanted && installed && isInstalled(wanted, installed)) return;
  console.log(`Installing dependencies${folder && ` of ${folder}`} (npm ci) …`);
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', ...options]);
  if (code !== 0) throw new Error('npm ci failed. Check the network and the message above, then try again.');
}
