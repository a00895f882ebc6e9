import type { Page } from '@playwright/test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Studio } from './pages/studio';
import { expect, hurry, test } from './test';

test('a shared link reproduces the experiment and its curve elsewhere', async ({
  studio,
  browser,
  context,
  watch,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.open();
  await studio.experimentName.fill('Five epochs of vowels');
  await studio.experimentName.press('Enter');
  await studio.design.enter('Epochs', '5');
  await studio.design.enter('Seed', '11');
  await studio.settled('ready');
  await studio.player.finish();
  const curve = await studio.charts.curve();

  await studio.share.open();
  await studio.share.linkOf(/^Experiment(?! and)/);
  await studio.share.copy.click();
  await expect(studio.messages.notice(/Link copied/)).toBeVisible();
  const link = await studio.page.evaluate(() => navigator.clipboard.readText());
  expect(await studio.waitForAddress()).toBe(link);

  const elsewhere = await browser.newContext();
  await hurry(elsewhere);
  const other = new Studio(await elsewhere.newPage());
  watch.follow(other.page);
  await other.open(link);
  await expect(other.experimentName).toHaveValue('Five epochs of vowels');
  await expect(other.design.field('Seed')).toHaveValue('11');
  await expect(other.design.field('Epochs')).toHaveValue('5');
  await other.player.finish();
  expect(await other.charts.curve()).toEqual(curve);
  expect(await other.accuracy()).toBe(await studio.accuracy());

  // Pasted anywhere on the page a link is followed, and what was there is one press away.
  await other.design.enter('Seed', '12');
  await other.settled('ready');
  await other.waitForAddress();
  await paste(other.page, `See ${link}`);
  await paste(other.page, link);
  await expect(other.design.field('Seed')).toHaveValue('11');
  await other.messages
    .notice(/Opened beside/)
    .getByRole('button', { name: 'Go back' })
    .click();
  await expect(other.design.field('Seed')).toHaveValue('12');
  await elsewhere.close();
});

test('a link carries trained phases: the same accuracy elsewhere, without training', async ({
  studio,
  browser,
  watch,
}) => {
  await studio.open();
  await studio.share.open();
  await expect(studio.share.kind(/trained phases/)).toBeDisabled();
  await studio.page.keyboard.press('Escape');
  await studio.player.finish();
  const accuracy = await studio.accuracy();
  expect(accuracy).toBeGreaterThan(90);
  await studio.share.open();
  const link = await studio.share.linkOf(/and trained phases/);
  expect(link.length).toBeLessThan(8000);

  const elsewhere = await browser.newContext();
  await hurry(elsewhere);
  const other = new Studio(await elsewhere.newPage());
  watch.follow(other.page);
  await other.open(link);
  await expect(other.messages.notice(/phases trained for 2,000 steps/)).toBeVisible();
  await expect(other.figure('Accuracy')).toContainText('with the phases brought along');
  await expect.poll(() => other.accuracy()).toBe(accuracy);
  // Until something moves them they survive a reload, and the address stays one that can be passed on.
  await other.page.reload();
  await other.settled('ready');
  await expect.poll(() => other.accuracy()).toBe(accuracy);
  expect(other.page.url()).toBe(link);
  await other.player.step.click();
  await other.settled('paused');
  await other.waitForAddress();

  // Where this experiment has been trained already, that work stays until its owner says otherwise.
  await other.page.goto('about:blank');
  await other.open(link, 'paused');
  await expect(other.messages.notice(/you have trained this experiment/i)).toBeVisible();
  await elsewhere.close();
});

test('a version is linked by its name, and explained where nobody knows it', async ({
  studio,
  browser,
  watch,
}) => {
  await studio.open();
  await studio.player.finish();
  const accuracy = await studio.accuracy();
  await studio.share.open();
  const link = await studio.share.linkOf(/A version/);
  expect(link).toMatch(/#v=[\w-]+$/);
  await studio.page.keyboard.press('Escape');
  await studio.player.resetRun();
  await expect.poll(() => studio.accuracy()).not.toBe(accuracy);
  await studio.page.goto('about:blank');
  await studio.open(link);
  await expect.poll(() => studio.accuracy()).toBe(accuracy);

  const elsewhere = await browser.newContext();
  await hurry(elsewhere);
  const other = new Studio(await elsewhere.newPage());
  watch.follow(other.page);
  await other.open(link);
  await expect(other.messages.notice(/kept in another browser/)).toBeVisible();
  await other.isNotBlank();
  await other.waitForAddress();
  await elsewhere.close();
});

test('work is kept: a reload brings back the experiment and the trained run', async ({ studio, page }) => {
  await studio.open();
  await studio.experimentName.fill('Kept work');
  await studio.experimentName.press('Enter');
  await studio.design.enter('Epochs', '20');
  await studio.settled('ready');
  await studio.player.finish();
  const accuracy = await studio.accuracy();
  const curve = await studio.charts.curve();
  await expect.poll(() => page.evaluate(checkpoints)).toBe(1);

  // Without the link: from this browser's own storage.
  await studio.open('/?again', 'finished');
  await expect(studio.experimentName).toHaveValue('Kept work');
  await expect(studio.design.field('Epochs')).toHaveValue('20');
  expect(await studio.accuracy()).toBe(accuracy);
  await expect.poll(() => studio.charts.curve()).toEqual(curve);
});

/** Finished checkpoint files in the origin's private file system; runs in the page. */
async function checkpoints(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('checkpoints').catch(() => undefined);
  let count = 0;
  for await (const name of folder?.keys() ?? []) if (name.endsWith('.checkpoint')) count++;
  return count;
}

const BROKEN = [
  { what: 'foreign characters', damage: () => '%%%', says: /characters that do not belong/ },
  { what: 'its end missing', damage: (link: string) => link.slice(0, -40), says: /part of it is missing/ },
  { what: 'a newer version', damage: (link: string) => newer(link), says: /made by a newer version/ },
  {
    what: 'an impossible chip',
    damage: (link: string) => rewritten(link, { modes: 4097 }),
    says: /4097 modes are not possible/,
  },
] as const;

test('a broken link pasted into the open page is explained, and the work stays', async ({ studio, page }) => {
  await studio.open();
  const link = await earlierWork(studio);
  for (const { what, damage, says } of BROKEN) {
    await page.evaluate((hash) => (location.hash = hash), `#e=${damage(link)}`);
    await expect(studio.messages.notice(says), what).toBeVisible();
    await expect(studio.experimentName).toHaveValue('Earlier work');
    await expect(page).toHaveURL(`/#e=${link}`);
  }
  await studio.player.step.click();
  await studio.settled('paused');
});

test('a page opened at a broken link is not blank, says why, and has the earlier work', async ({
  studio,
  page,
}) => {
  await studio.open();
  const link = await earlierWork(studio);
  for (const { what, damage, says } of BROKEN) {
    await page.goto('about:blank');
    await studio.open(`/#e=${damage(link)}`);
    await expect(studio.messages.notice(says), what).toBeVisible();
    await expect(studio.experimentName).toHaveValue('Earlier work');
    await studio.isNotBlank();
    await expect(page).toHaveURL(`/#e=${link}`);
  }
});

/** Names the experiment, waits until the address carries it, and returns the link's text. */
async function earlierWork(studio: Studio): Promise<string> {
  await studio.experimentName.fill('Earlier work');
  await studio.experimentName.press('Enter');
  const link = (): string | undefined => studio.page.url().split('#e=')[1];
  await expect.poll(() => read(link() ?? '')['name']).toBe('Earlier work');
  return link() ?? '';
}

function read(link: string): Record<string, unknown> {
  if (link === '') return {};
  const text = inflateRawSync(Buffer.from(link, 'base64url')).toString('utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

function rewritten(link: string, change: Record<string, unknown>): string {
  return deflateRawSync(JSON.stringify({ ...read(link), ...change })).toString('base64url');
}

function newer(link: string): string {
  return rewritten(link, { version: 99, somethingNew: true });
}

test('phases that cannot be read are left out of a link, and said so', async ({ studio, page }) => {
  await studio.open();
  const link = await earlierWork(studio);
  await page.goto('about:blank');
  await studio.open(`/#e=${link}&p=AAAA`);
  await expect(studio.messages.notice(/trained phases in this link cannot be read/)).toBeVisible();
  await expect(studio.experimentName).toHaveValue('Earlier work');
  await expect(page).toHaveURL(`/#e=${link}`);
});

/** As Ctrl V does outside a field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}
