import type { Browser } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inspection } from '../pages/inspection';
import { linkByIdOf, Shared } from '../pages/shared';
import { Studio } from '../pages/studio';
import { hurry, type Watch } from '../test';
import type { Cloud } from './test';
import { expect, test } from './test';

test.setTimeout(240_000);

/** Another person's browser, without an account. */
async function elsewhere(browser: Browser, watch: Watch): Promise<Studio> {
  const context = await browser.newContext();
  await hurry(context);
  const studio = new Studio(await context.newPage());
  watch.follow(studio.page);
  return studio;
}

/** Makes a trained experiment's link by id, and says how accurate it is. */
async function sharedBy(studio: Studio): Promise<{ readonly link: string; readonly accuracy: number }> {
  await studio.open();
  await studio.experimentName.fill('Shared vowels');
  await studio.experimentName.press('Enter');
  await studio.player.finish();
  const accuracy = await studio.accuracy();
  await studio.share.open();
  const link = await linkByIdOf(studio.share);
  return { link, accuracy };
}

test('a link by id is looked at elsewhere, becomes the visitor’s own, and is revoked', async ({
  studio,
  browser,
  watch,
}) => {
  const { link, accuracy } = await sharedBy(studio);
  const other = await elsewhere(browser, watch);
  const shared = new Shared(other.page);
  await other.open();
  await other.experimentName.fill('Own work');
  await other.experimentName.press('Enter');
  await other.waitForAddress();

  await other.page.evaluate((address) => (location.href = address), link);
  await expect(shared.bar).toBeVisible({ timeout: 30_000 });
  await other.settled('ready');
  await expect(other.experimentName).toHaveValue('Shared vowels');
  await expect.poll(() => other.accuracy()).toBe(accuracy);
  await expect(other.page).toHaveURL(link);
  const seen = new Inspection(other.page);
  await seen.look('shared bar', '.safety-bar');
  await shared.openDetails();
  await expect(shared.details).toContainText('exactly as shared');
  await expect(shared.details.getByRole('img', { name: /^Loss from/ })).toBeVisible();
  await seen.look('shared details', '.window');
  await other.page.keyboard.press('Escape');
  expect(seen.found).toEqual([]);

  // Nothing of it can be changed, and a reload shows it again.
  await other.player.step.click();
  await expect(other.messages.notice(/it is only shown/)).toBeVisible();
  await other.page.reload();
  await expect(shared.bar).toBeVisible({ timeout: 30_000 });
  await other.settled('ready');
  await expect.poll(() => other.accuracy()).toBe(accuracy);

  await shared.back.click();
  await expect(other.experimentName).toHaveValue('Own work');
  await expect(shared.bar).toBeHidden();
  await other.waitForAddress();
  await other.settled('ready');
  await expect.poll(() => other.accuracy()).not.toBe(accuracy);

  await other.page.evaluate((address) => (location.href = address), link);
  await expect(shared.bar).toBeVisible({ timeout: 30_000 });
  await other.settled('ready');
  await shared.makeMine.click();
  await expect(shared.bar).toBeHidden();
  await other.waitForAddress();
  await other.settled('ready');
  await expect(other.experimentName).toHaveValue('Shared vowels');
  await expect.poll(() => other.accuracy()).toBe(accuracy);
  await other.player.step.click();
  await other.settled('paused');

  await studio.share.dialog.getByRole('button', { name: 'Your links' }).click();
  const own = studio.page.getByRole('dialog', { name: 'Your links' });
  const mine = new Inspection(studio.page);
  await expect(own.getByText('Shared vowels').first()).toBeVisible();
  await mine.look('your links', '.sheet');
  expect(mine.found).toEqual([]);
  await own.getByRole('button', { name: 'Revoke the link to Shared vowels' }).first().click();
  await own.getByRole('button', { name: 'Revoke for good?' }).click();
  await expect(studio.messages.notice(/is revoked/)).toBeVisible();
  await other.page.goto('about:blank');
  await other.open(link, 'paused');
  await expect(other.messages.notice(/it was revoked/)).toBeVisible({ timeout: 30_000 });
  await expect(other.experimentName).toHaveValue('Shared vowels');
  await other.page.context().close();
});

test(
  'links that cannot be opened are explained, and the work stays',
  { tag: '@long' },
  async ({ studio, cloud, watch }) => {
    const { link } = await sharedBy(studio);
    await studio.page.keyboard.press('Escape');
    watch.expected.consoleErrors.push(/403|404/);
    const id = /#s=([\w-]{22})/.exec(link)?.[1] ?? '';
    const { origin } = new URL(link);
    const last = link.endsWith('A') ? 'E' : 'A';
    const broken = [
      { address: `${link.slice(0, -1)}${last}`, says: /key in this link is not the one/ },
      { address: link.slice(0, -44), says: /lacks its key/ },
      { address: `${origin}/#s=nothing,of,ours`, says: /cut or changed/ },
      { address: link.replace(id, 'A'.repeat(22)), says: /is not there/ },
    ];
    for (const { address, says } of broken) {
      await studio.page.goto('about:blank');
      await studio.open(address, 'finished');
      await expect(studio.messages.notice(says)).toBeVisible({ timeout: 30_000 });
      await expect(studio.experimentName).toHaveValue('Shared vowels');
      await studio.waitForAddress();
    }
    await expire(cloud, id);
    await studio.page.goto('about:blank');
    await studio.open(link, 'finished');
    await expect(studio.messages.notice(/has expired/)).toBeVisible({ timeout: 30_000 });
    await studio.isNotBlank();
  },
);

/** As if its time had come, past the rules. */
async function expire({ emulators, project }: Cloud, id: string): Promise<void> {
  const path = `projects/${project}/databases/(default)/documents/shares/${id}`;
  const answer = await fetch(
    `http://${emulators.firestore}/v1/${path}?updateMask.fieldPaths=expiresAt&currentDocument.exists=true`,
    {
      method: 'PATCH',
      headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
      body: JSON.stringify({ fields: { expiresAt: { timestampValue: '2020-01-01T00:00:00Z' } } }),
    },
  );
  expect(answer.ok).toBe(true);
}

test('the dialog gives a code, a frame and a citation, in both themes', async ({ studio, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { link } = await sharedBy(studio);
  const { dialog } = studio.share;
  const way = (name: string) => dialog.locator('label').filter({ hasText: new RegExp(`^${name}$`) });
  const seen = new Inspection(page);
  await seen.look('link by id', '.sheet');
  await way('QR code').click();
  await expect(dialog.getByRole('img', { name: `QR code of the link ${link}` })).toBeVisible();
  await seen.look('code', '.sheet');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as SVG' }).click();
  expect((await download).suggestedFilename()).toBe('shared-vowels-link.svg');
  await way('Frame').click();
  const { origin, hash } = new URL(link);
  await expect(dialog.getByRole('textbox', { name: 'HTML for a page of yours' })).toHaveValue(
    new RegExp(`src="${origin}/embed\\?embed=1${hash}"`),
  );
  await seen.look('frame', '.sheet');
  await way('Citation').click();
  const bibtex = dialog.getByRole('textbox', { name: 'BibTeX' });
  await expect(bibtex).toHaveValue(/SHA-256 of the manifest: [0-9a-f]{64}/);
  await expect(bibtex).toHaveValue(new RegExp(hash.slice(0, 26)));
  await seen.look('citation', '.sheet');
  expect(seen.found).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy BibTeX' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^@misc\{photonic-shared-vowels-/,
  );
});

/** A page of another origin; what it frames is given in its query. */
async function startOther(headers: Readonly<Record<string, string>>): Promise<{
  readonly url: string;
  readonly close: () => void;
}> {
  const server = createServer((request, response) => {
    const framed = new URL(request.url ?? '/', 'http://other').searchParams.get('of') ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(
      `<!doctype html><html lang="en"><title>Another page</title><h1>Another page</h1>` +
        `<iframe title="chip" width="720" height="420" src="${framed.replaceAll('&', '&amp;')}"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => server.close() };
}

for (const [kind, headers] of [
  ['an ordinary page', {}],
  [
    'an isolated page',
    { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' },
  ],
] as const)
  test(`a frame shows and trains the chip on ${kind} of another origin`, async ({
    studio,
    browser,
    watch,
  }) => {
    const { link } = await sharedBy(studio);
    const { origin, hash } = new URL(link);
    const other = await startOther(headers);
    watch.expected.foreignRequests.push(new RegExp(`^${other.url}`));
    const context = await browser.newContext();
    const page = await context.newPage();
    watch.follow(page);
    const of = `${origin}/embed?embed=1${hash}`;
    await page.goto(`${other.url}?of=${encodeURIComponent(of)}`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('main', { name: /Shared vowels/ })).toBeVisible({ timeout: 60_000 });
    await expect(frame.getByText(/of the test samples right/)).toBeVisible({ timeout: 60_000 });
    await expect(frame.getByRole('application')).toBeVisible();
    await expect(frame.getByRole('complementary')).toHaveCount(0);
    const open = frame.getByRole('link', { name: 'Open in the studio' });
    await expect(open).toHaveAttribute('href', `/${hash}`);
    // By keyboard alone.
    const play = frame.getByRole('button', { name: /^Train/ });
    await play.focus();
    await page.keyboard.press('Enter');
    await expect(frame.getByText(/^step (?!0 )[\d,]+ of/)).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Tab');
    await expect(open).toBeFocused();
    other.close();
    await context.close();
  });

test(
  'nothing but the frame’s own address can be framed',
  { tag: '@long' },
  async ({ studio, browser, watch }) => {
    await studio.open();
    const { origin } = new URL(studio.page.url());
    const other = await startOther({});
    watch.expected.foreignRequests.push(new RegExp(`^${other.url}`));
    watch.expected.consoleErrors.push(/frame-ancestors/);
    const page = await (await browser.newContext()).newPage();
    for (const path of ['/', '/?screen=runs', '/embedded']) {
      const refusal = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.goto(`${other.url}?of=${encodeURIComponent(origin + path)}`);
      await refusal;
      await expect(page.frameLocator('iframe').locator('.studio')).toHaveCount(0);
    }
    other.close();
    await page.context().close();
  },
);
