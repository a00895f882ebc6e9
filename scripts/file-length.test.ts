import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Lines above which a file no longer holds one idea. The linter sees scripts only, not styles or shaders. */
const LONGEST = 400;

test(`no file of ours has more than ${LONGEST} lines`, () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const ours = files
    .split('\n')
    .filter((name) => /^(src|shaders|e2e|scripts)\/.*\.(ts|tsx|mjs|css|wgsl)$/.test(name));
  expect(ours.length).toBeGreaterThan(100);
  const long = ours.filter((name) => readFileSync(name, 'utf8').split('\n').length - 1 > LONGEST);
  expect(long).toEqual([]);
});
