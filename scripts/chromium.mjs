import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runTool } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const isRoot = process.getuid?.() === 0;

// Chromium's sandbox refuses to start as root.
const sandbox = isRoot ? ['--no-sandbox'] : [];

/** Flags that give WebGPU compute on the SwiftShader software adapter, in workers too. */
export const computeFlags = [...sandbox, '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * The first executable of these names in PATH.
 * @param {readonly string[]} candidates
 * @param {string} [path]
 */
export function findInPath(candidates, path = process.env['PATH'] ?? '') {
  for (const name of candidates) {
    for (const folder of path.split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}

/**
 * CHROMIUM_PATH, else the system's Chromium or Chrome, else the one in Playwright's cache.
 * @returns {Promise<string | undefined>} its executable
 */
export async function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file.`);
    return chosen;
  }
  const installed = findInPath(names);
  if (installed !== undefined) return installed;
  const { chromium } = await import('@playwright/test');
  const cached = chromium.executablePath();
  return existsSync(cached) ? cached : undefined;
}

/**
 * Finds a Chromium or installs one: Debian's when root there (it brings its system libraries), else Playwright's.
 * @returns {Promise<string>} its executable
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  console.log('No Chromium found, installing one …');
  if (canUseApt()) await installDebian('chromium');
  else await runTool('@playwright/test/cli.js', ['install', 'chromium']);
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error('No Chromium could be installed. Install one and set CHROMIUM_PATH to its executable.');
}

/** Installs xz, which unpacks the CIFAR-10 files of the data folder, where that is possible without asking. */
export async function ensureXz() {
  if (findInPath(['xz', 'xz.exe']) !== undefined) return;
  if (canUseApt()) await installDebian('xz-utils');
  else console.warn('xz is not installed: packed data files cannot be served.');
}

function canUseApt() {
  return isRoot && existsSync('/etc/debian_version') && findInPath(['apt-get']) !== undefined;
}

/** @param {string} name */
async function installDebian(name) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update'], { env })) === 0)
    await run('apt-get', ['install', '-y', name], { env });
}
