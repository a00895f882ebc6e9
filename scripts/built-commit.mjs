import { execFileSync } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * The commit the page is built from, short; empty outside a repository.
 * @returns {string}
 */
export function builtCommit() {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
