import { expect, it } from 'vitest';
import { REGISTRY } from '../src/data/registry';
import { contentPolicy, mayConnect } from './content-policy.mjs';

/** Every address in the registry, wherever in an entry it stands. */
function addresses(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('http') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addresses) : [];
}

it('lets the page fetch from every mirror and from nowhere else', () => {
  const mirrors = addresses(REGISTRY);
  expect(mirrors.length).toBeGreaterThan(10);
  expect(mirrors.filter((url) => !mayConnect(url))).toEqual([]);
  expect(mayConnect('https://example.org/data.gz')).toBe(false);
});

it('runs no text as code', () => {
  expect(contentPolicy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(contentPolicy).not.toContain("'unsafe-eval'");
});
