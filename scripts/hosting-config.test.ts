import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hostingConfig } from './hosting-config.mjs';
import { pageAt } from './page-headers.mjs';

const written = JSON.parse(readFileSync(new URL('../firebase.json', import.meta.url), 'utf8')) as {
  readonly hosting: unknown;
};

it('writes the headers of our own server into firebase.json ("node scripts/hosting-config.mjs" does)', () => {
  expect(written.hosting).toEqual(hostingConfig(undefined));
});

it('tells a frame and the benchmark from the studio', () => {
  const studio = ['/', '/?m=1', '/models', '/assets/a.js?embed=1', '/sign-in.html'];
  expect(studio.map(pageAt)).toEqual(Array(5).fill('studio'));
  expect(['/embed', '/embed?x', '/?embed=1'].map(pageAt)).toEqual(Array(3).fill('embed'));
  expect(pageAt('/?bench')).toBe('bench');
  // What is no address is no reason to fall over.
  expect(pageAt('//')).toBe('studio');
});
