import { execFileSync } from 'node:child_process';
import { root } from './paths.mjs';

/** The commit that is measured or tested, marked where the working tree differs from it; `unknown` outside a repository. */
export function workingCommit() {
  try {
    const git = (/** @type {string[]} */ ...args) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with local changes');
  } catch {
    return 'unknown';
  }
}
