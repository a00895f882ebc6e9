import { expect, test } from '../test';

test.use({ serviceWorkers: 'allow' });

test('once seen, the studio opens and trains without a network', async ({ studio, page, context }) => {
  await studio.open();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await expect(page.getByRole('banner')).toContainText('Offline');
  await page.reload();
  await studio.settled('ready');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
  // Parts that had never been looked at are there as well.
  await studio.commands.run('go to the gallery');
  await expect(page.getByRole('main', { name: 'Gallery' })).toBeVisible();
});

test('the studio can be installed', async ({ page, studio }) => {
  await studio.open();
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await page.evaluate(
    async (at) => (await fetch(at)).json() as Promise<Manifest>,
    href ?? '',
  );
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' });
  for (const { src } of manifest.icons) {
    const type = await page.evaluate(async (at) => (await fetch(at)).headers.get('content-type'), src);
    expect(type, src).toMatch(/^image\//);
  }
});

interface Manifest {
  readonly display: string;
  readonly start_url: string;
  readonly icons: readonly { readonly src: string }[];
}
