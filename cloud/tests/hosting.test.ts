import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPage } from '../../scripts/build.mjs';
import { checkHosting } from '../../scripts/check-hosting.mjs';
import { computeFlags, findChromium } from '../../scripts/chromium.mjs';
import type { Emulators } from '../emulators.mjs';
import { startEmulators } from '../emulators.mjs';

/** A build may come first. */
const PATIENCE = 300_000;

let emulators: Emulators;
let browser: Browser;
let url: string;

beforeAll(async () => {
  if (!(await buildPage())) throw new Error('The build failed.');
  emulators = await startEmulators({ hosting: true, project: 'demo-hosting' });
  url = `http://${emulators.hosting ?? ''}/`;
  const executablePath = await findChromium();
  browser = await chromium.launch({ args: computeFlags, ...(executablePath && { executablePath }) });
}, PATIENCE);

afterAll(async () => {
  await browser.close();
  await emulators.stop();
}, PATIENCE);

it('hosts the build with the headers, caching and rewrites of our own server', async () => {
  expect(await checkHosting(url, undefined)).toEqual([]);
});

it('tells what is not as it should be', async () => {
  const cloud = { projectId: 'photonic-1a2b3' };
  const wrong = await checkHosting(url, cloud);
  expect(wrong.join('\n')).toContain('/: Content-Security-Policy is');
  expect(wrong.join('\n')).toContain('firestore.googleapis.com');
});

it('runs cross-origin isolated, asks nobody else, and breaks no rule of its policy', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  const troubles: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`${url}health`);
  await page.locator('[data-kind]').nth(6).waitFor();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(troubles).toEqual([]);
  expect(foreign).toEqual([]);
});
