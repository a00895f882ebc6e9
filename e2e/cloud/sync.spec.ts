import type { Browser, Page } from '@playwright/test';
import { Account } from '../pages/account';
import { Inspection } from '../pages/inspection';
import { Models } from '../pages/models';
import { Studio } from '../pages/studio';
import { Sync } from '../pages/sync';
import type { Watch } from '../test';
import { hurry } from '../test';
import { expect, test } from './test';

const PASSWORD = 'light in twelve guides';

interface Desk {
  readonly page: Page;
  readonly studio: Studio;
  readonly account: Account;
  readonly models: Models;
  readonly sync: Sync;
}

function deskOf(page: Page): Desk {
  const studio = new Studio(page);
  return { page, studio, account: new Account(page), models: new Models(page), sync: new Sync(page) };
}

/** Another browser of the same person. */
async function secondBrowser(browser: Browser, url: string, watch: Watch, email: string): Promise<Desk> {
  const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block' });
  await hurry(context);
  const page = await context.newPage();
  watch.follow(page);
  const desk = deskOf(page);
  await desk.studio.open();
  await desk.account.signIn(email, PASSWORD);
  return desk;
}

/** Without a network the SDK says so on the console, too. */
const OFFLINE = [/ERR_INTERNET_DISCONNECTED/, /Firestore/, /Failed to (fetch|load)/];

test('models saved before signing in follow their person to another browser, offline work too', async ({
  page,
  browser,
  cloud,
  watch,
}) => {
  test.slow();
  watch.expected.consoleErrors.push(...OFFLINE);
  const email = 'follows@sync.test';
  const here = deskOf(page);
  await here.studio.open();
  await here.models.saveNew('Vowel chip');
  await expect(here.sync.badge).toHaveCount(0);
  await here.account.signUp(email, PASSWORD);
  await expect(here.studio.messages.notice(/joined your account/)).toBeVisible();
  await here.sync.is('Synced');

  const there = await secondBrowser(browser, cloud.url, watch, email);
  await there.sync.is('Synced');
  await there.models.show();
  await expect(there.models.row('Vowel chip')).toContainText('Synced');
  await there.models.row('Vowel chip').click();
  await expect(there.models.versions).toHaveCount(1);

  // Changed without a network, the page closed, opened again: it waits, and goes when the network is back.
  await here.models.show();
  await page.context().setOffline(true);
  await here.models.row('Vowel chip').click();
  await here.models.name.fill('Renamed on the train');
  await here.models.name.press('Enter');
  await here.sync.is('Saved here');
  await expect(here.models.row('Renamed on the train')).toContainText(/To be sent|Saved here/);
  await page.context().setOffline(false);
  await page.reload();
  await here.studio.settled('ready');
  await here.sync.is('Synced');
  await there.sync.now();
  await expect(there.models.row('Renamed on the train')).toBeVisible();
  await there.page.context().close();
});

test('what two browsers change at once is kept twice, and said', async ({ page, browser, cloud, watch }) => {
  test.slow();
  watch.expected.consoleErrors.push(...OFFLINE);
  const email = 'contradicts@sync.test';
  const here = deskOf(page);
  await here.studio.open();
  await here.account.signUp(email, PASSWORD);
  await here.models.saveNew('Vowel chip');
  await here.sync.is('Synced');
  const there = await secondBrowser(browser, cloud.url, watch, email);
  await there.sync.is('Synced');
  await there.models.show();
  await there.models.row('Vowel chip').click();
  await there.page.context().setOffline(true);
  await there.models.name.fill('From the train');
  await there.models.name.press('Enter');
  await there.sync.is('Saved here');
  await here.models.show();
  await here.models.row('Vowel chip').click();
  await here.models.name.fill('From the desk');
  await here.models.name.press('Enter');
  await expect(here.models.row('From the desk')).toContainText('Synced');
  await there.page.context().setOffline(false);
  await there.sync.is('Conflict');
  await expect(there.studio.messages.notice(/changed on two devices at once/)).toBeVisible();
  await expect(there.models.row(/From the desk \(from .+ on .+\)/)).toBeVisible();
  await there.sync.open();
  await expect(there.sync.rows).toHaveCount(1);
  const inspection = new Inspection(there.page);
  await inspection.look('sync', '.sync-window');
  await inspection.look('sync in the header', '.header');
  expect(inspection.found).toEqual([]);
  await there.sync.button('Keep both: From the train').click();
  await there.page.keyboard.press('Escape');
  await there.sync.is('Synced');
  await here.sync.now();
  await expect(here.models.row(/From the desk \(from/)).toBeVisible();
  await expect(here.models.row('From the train')).toBeVisible();
  await there.page.context().close();
});

test('one tab syncs, the other shows it and takes over', { tag: '@long' }, async ({ page, watch }) => {
  watch.expected.consoleErrors.push(...OFFLINE);
  const here = deskOf(page);
  await here.studio.open();
  await here.account.signUp('tabs@sync.test', PASSWORD);
  await here.sync.is('Synced');
  const tab = deskOf(await page.context().newPage());
  watch.follow(tab.page);
  await tab.studio.open();
  await tab.sync.is('Synced');
  await tab.models.saveNew('From the other tab');
  await tab.models.show();
  await expect(tab.models.row('From the other tab')).toContainText('Synced', { timeout: 30_000 });
  await page.close();
  await tab.models.row('From the other tab').click();
  await tab.models.name.fill('After the first tab');
  await tab.models.name.press('Enter');
  await expect(tab.models.row('After the first tab')).toContainText('Synced', { timeout: 30_000 });
  await tab.sync.is('Synced');
});
