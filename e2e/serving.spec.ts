import { expect, test } from '@playwright/test';

test('the page is cross-origin isolated and has an answer for every path', async ({ page, request }) => {
  await page.goto('/');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(page).toHaveTitle(/Photonic AI Studio/);

  const deep = await request.get('/some/link');
  expect(await deep.text()).toContain('<div id="root">');
  expect((await request.get('/assets/none.js')).status()).toBe(404);
});

test('hashed assets are cached for good, the page never', async ({ page, request }) => {
  const script = await page
    .goto('/')
    .then(() => page.locator('script[type=module][src]').first().getAttribute('src'));
  const asset = await request.get(script ?? '');
  expect(asset.headers()['cache-control']).toContain('immutable');
  expect(asset.headers()['content-type']).toContain('javascript');
  expect(asset.headers()['cross-origin-resource-policy']).toBe('same-origin');
  expect((await request.get('/')).headers()['cache-control']).toBe('no-cache');
});
