import type { BrowserContext, Page } from '@playwright/test';
import { Privacy } from './pages/privacy';
import { expect, test } from './test';

/** The vowels as the first mirror has them. */
const VOWELS =
  'https://raw.githubusercontent.com/kleinschmidt/hdp-bayes-vowels/master/hillenbrand-data/vowdata.dat';

/** The studio on a server without a data folder; the mirror has the original file. */
async function withoutDataFolder(context: BrowserContext, page: Page): Promise<void> {
  const original = await page.request.get('/data/vowels/hillenbrand1995_vowdata.dat');
  const body = await original.body();
  await context.route('**/data/**', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await context.route(VOWELS, (route) =>
    route.fulfill({ body, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
}

test.describe('a first visit', () => {
  test.use({ pace: 'auto', visit: 'first' });

  test('asks before it fetches from another server, then trains; the answer is kept and can be changed', async ({
    studio,
    page,
    context,
    watch,
  }) => {
    // The browser says so by itself of files that are not there.
    watch.expected.consoleErrors.push(/Failed to load resource/);
    await withoutDataFolder(context, page);
    const { question } = studio.messages;
    await studio.open('/', 'failed');
    await expect(question).toContainText(
      'Fetch Hillenbrand et al. 1995 vowels from raw.githubusercontent.com?',
    );
    await expect(question).toContainText(/About 0\.2\s*MB/);
    await expect(studio.lesson.welcome).toBeHidden();
    await expect(studio.player.train).toBeDisabled();
    expect(watch.troubles, 'before anybody agreed').toEqual([]);

    watch.expected.foreignRequests.push(/^https:\/\/raw\.githubusercontent\.com\//);
    const [asked] = await Promise.all([
      page.waitForRequest(VOWELS),
      question.getByRole('button', { name: 'Fetch' }).click(),
    ]);
    expect(asked.url()).toBe(VOWELS);
    await studio.reaches('running');
    await expect(question).toBeHidden();
    await expect(studio.lesson.welcome).toContainText('real recordings');
    await studio.settled('finished');
    await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);

    // Kept on this device: nobody is asked again, and nothing is fetched.
    watch.expected.foreignRequests.length = 0;
    await studio.open('/?again', 'finished');
    const privacy = new Privacy(page);
    await privacy.open();
    const toggle = privacy.window.getByRole('switch', { name: 'They may be fetched from other servers' });
    await expect(toggle).toBeChecked();
    await toggle.focus();
    await page.keyboard.press('Space');
    await expect(toggle).not.toBeChecked();
    await page.keyboard.press('Escape');
    await studio.commands.run('Let public data sets be fetched from other servers');
    await privacy.open();
    await expect(toggle).toBeChecked();
  });

  test('can be made on generated data, and no other server is asked', async ({
    studio,
    page,
    context,
    watch,
  }) => {
    watch.expected.consoleErrors.push(/Failed to load resource/);
    await withoutDataFolder(context, page);
    await studio.open('/', 'failed');
    await studio.messages.question.getByRole('button', { name: 'Use generated data instead' }).click();
    await studio.reaches('running');
    await expect(studio.lesson.welcome).toContainText('generated vowels');
    await studio.settled('finished');
    await expect(studio.figure('Accuracy')).toContainText('generated test samples');
  });
});

test('a frame of another page asks as well, and does not offer to change what it shows', async ({
  studio,
  page,
  context,
  watch,
}) => {
  watch.expected.consoleErrors.push(/Failed to load resource/);
  await withoutDataFolder(context, page);
  await studio.open('/', 'failed');
  const address = await studio.waitForAddress();
  await studio.open(`/?embed=1${new URL(address).hash}`, 'failed');
  const { question } = studio.messages;
  await expect(question.getByRole('button')).toHaveText(['Fetch']);
  expect(watch.troubles, 'before anybody agreed').toEqual([]);
  watch.expected.foreignRequests.push(/^https:\/\/raw\.githubusercontent\.com\//);
  await question.getByRole('button', { name: 'Fetch' }).click();
  await studio.reaches('ready');
  await studio.mesh.isLit();
});
