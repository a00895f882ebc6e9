import { expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  },
};

it.each([
  ['all there', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } }, false],
  ['missing', {}, false],
])('%s', (_name, packages, expected) => {
  expect(isInstalled(wanted, { packages })).toBe(expected);
});
