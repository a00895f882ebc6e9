import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { root } from './paths.mjs';

/** Names the commit on which all default stages of npm test passed last; npm run deploy asks for it. */
const file = `${root}.cache/tests-passed`;

/** @returns {string | undefined} */
export function passedCommit() {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Notes how a whole run of the tests ended; with uncommitted changes it says nothing of any commit.
 * @param {boolean} isPassed
 */
export async function noteTests(isPassed) {
  await rm(file, { force: true });
  if (!isPassed) return;
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    if (git('status', '--porcelain') !== '') return;
    await mkdir(`${root}.cache`, { recursive: true });
    await writeFile(file, `${git('rev-parse', 'HEAD')}\n`);
  } catch {
    // Outside a repository nothing is deployed.
  }
}
