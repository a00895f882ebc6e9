import { expect, it } from 'vitest';
import { isInstalled, isNodeRecent } from './install.mjs';

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

it.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.11.0', false],
  ['22.12.0', true],
  ['26.0.0', true],
])('Node %s: %s', (version, expected) => {
  expect(isNodeRecent(version)).toBe(expected);
});
