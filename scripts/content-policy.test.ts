import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REGISTRY } from '../src/data/registry';
import { contentPolicyOf, mayConnect, styleHashes } from './content-policy.mjs';

/** Every address in the registry, wherever in an entry it stands. */
function addresses(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('http') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addresses) : [];
}

const read = (path: string): string =>
  readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8');
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The first text in backticks after a mark, as the program would write it. */
function template(source: string, mark: string, values: Readonly<Record<string, string>> = {}): string {
  const text = source.slice(source.indexOf(mark)).match(/`([^`]*)`/)?.[1] ?? '';
  return text.replace(/\$\{([^}]*)\}/g, (_, name: string) => values[name] ?? '').trim();
}

const cloud = { projectId: 'photonic-1a2b3', region: 'europe-west1' };

it('lets the page fetch from every mirror and from nowhere else', () => {
  const mirrors = addresses(REGISTRY);
  expect(mirrors.length).toBeGreaterThan(10);
  expect(mirrors.filter((url) => !mayConnect(url))).toEqual([]);
  expect(mayConnect('https://example.org/data.gz')).toBe(false);
});

it('runs no text as code, on any page', () => {
  for (const page of ['studio', 'embed', 'bench'] as const) {
    expect(contentPolicyOf(page, cloud)).not.toMatch(/'unsafe-(eval|inline|hashes)'/);
    expect(contentPolicyOf(page, cloud)).toContain("script-src 'self' 'wasm-unsafe-eval'");
  }
  expect(contentPolicyOf()).toContain("require-trusted-types-for 'script'; trusted-types default");
});

it('knows the style elements that the installed libraries write', () => {
  const sonner = read('sonner/dist/index.mjs');
  const sheet = /^__insertCSS\((".*")\);?$/m.exec(sonner)?.[1] ?? '""';
  expect(styleHashes['sonner, its style sheet']).toBe(hashOf(JSON.parse(sheet) as string));
  expect(styleHashes['sonner, before the text is in']).toBe(hashOf(''));
  const press = read('react-aria/dist/private/interactions/usePress.mjs');
  const attribute = /(\S+PRESSABLE_ATTRIBUTE) = '([\w-]+)'/.exec(press);
  const pressed = template(press, 'style.textContent = ', { [attribute?.[1] ?? '']: attribute?.[2] ?? '' });
  expect(styleHashes['react-aria, presses']).toBe(hashOf(pressed));
  const scroll = template(
    read('react-aria/dist/private/overlays/usePreventScroll.mjs'),
    'style.textContent = ',
  );
  expect(styleHashes['react-aria, scrolling behind dialogs']).toBe(hashOf(scroll));
});

it('admits the hosts of a cloud only where one is configured', () => {
  const hosts = [
    'https://firestore.googleapis.com',
    'https://identitytoolkit.googleapis.com',
    'https://securetoken.googleapis.com',
    'https://europe-west1-photonic-1a2b3.cloudfunctions.net',
  ];
  expect(hosts.filter((host) => mayConnect(host))).toEqual([]);
  expect(hosts.filter((host) => !mayConnect(host, cloud))).toEqual([]);
  expect(contentPolicyOf('studio', cloud)).not.toContain('recaptcha');
  expect(contentPolicyOf('studio', { ...cloud, appCheckKey: 'key' })).toContain('google.com/recaptcha/');
});

it('admits emulators in place of the cloud, and nothing that is no host', () => {
  const emulators = { auth: '127.0.0.1:9099', firestore: "x; script-src 'unsafe-inline'" };
  expect(mayConnect('http://127.0.0.1:9099', { ...cloud, emulators })).toBe(true);
  expect(mayConnect('https://firestore.googleapis.com', { ...cloud, emulators })).toBe(false);
  expect(contentPolicyOf('studio', { ...cloud, emulators })).not.toContain('unsafe-inline');
});
