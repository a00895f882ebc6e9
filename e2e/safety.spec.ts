import type { BrowserContext, Page } from '@playwright/test';
import { Documents } from './pages/documents';
import { Studio } from './pages/studio';
import { expect, test } from './test';

test('a tab that crashes while it trains comes back with its work, and says how many seconds are lost', async ({
  studio,
  page,
  context,
}) => {
  await studio.open();
  await rename(studio, 'Survivor');
  await studio.design.enter('Epochs', '100000');
  await studio.settled('ready');
  await studio.player.train.click();
  await studio.reaches('running');
  await expect.poll(() => lastSign(page), { timeout: 60_000 }).toBeGreaterThan(0);
  const early = { step: await lastSign(page), at: Date.now() };
  await expect.poll(() => checkpointTime(page), { timeout: 60_000 }).toBeGreaterThan(0);
  await expect.poll(() => lastSign(page)).toBeGreaterThan(early.step);
  const died = await lastSign(page);
  const stepsPerSecond = (1000 * (died - early.step)) / (Date.now() - early.at);
  await crash(page, context);

  const next = await context.newPage();
  const again = new Studio(next);
  const documents = new Documents(next);
  await again.open('/', 'paused');
  await expect(again.experimentName).toHaveValue('Survivor');
  await expect(again.design.field('Epochs')).toHaveValue('100000');
  await expect(documents.crashBar).toContainText('“Survivor” is back');
  const note = await documents.crashBar.innerText();
  const step = Number(/step ([\d,]+)/.exec(note)?.[1]?.replaceAll(',', ''));
  expect(step).toBeGreaterThan(0);
  // Five seconds from one checkpoint to the next, and one from the last sign of life to the crash: as the note says,
  // and as the steps do at the speed that was measured.
  expect(lostSeconds(note)).toBeLessThanOrEqual(6);
  expect((died - step) / stepsPerSecond).toBeLessThanOrEqual(6);
  await documents.crashBar.getByRole('button', { name: 'Continue training' }).click();
  await again.reaches('running');
  await expect(documents.crashBar).toBeHidden();
  await again.player.pauseRun();

  // A page that is left properly says nothing the next time.
  await again.open('/?again', 'paused');
  await expect(documents.crashBar).toBeHidden();
});

test('undo survives a reload, and several experiments live beside each other', async ({ studio, page }) => {
  const documents = new Documents(page);
  await studio.open();
  await rename(studio, 'First');
  await studio.design.enter('Seed', '11');
  await studio.design.enter('Seed', '12');
  await documents.saved();
  await studio.open('/?again');
  await expect(studio.design.field('Seed')).toHaveValue('12');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(studio.design.field('Seed')).toHaveValue('11');

  await documents.choose('New experiment');
  await expect(studio.experimentName).toHaveValue('Untitled experiment');
  await rename(studio, 'Second');
  await documents.saved();

  await documents.choose('Open an experiment…');
  await documents.list.getByRole('searchbox').fill('firs');
  await documents.list.getByRole('button', { name: 'Open “First”' }).click();
  await expect(studio.experimentName).toHaveValue('First');
  await expect(studio.design.field('Seed')).toHaveValue('11');

  await documents.choose('Delete this experiment');
  await expect(studio.experimentName).toHaveValue('Second');
  await studio.messages
    .notice(/“First” deleted/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(studio.experimentName).toHaveValue('First');
  await expect(studio.design.field('Seed')).toHaveValue('11');
});

test('a version brings settings and trained phases back, and going back can be undone', async ({
  studio,
  page,
}) => {
  const documents = new Documents(page);
  await studio.open();
  await studio.design.enter('Epochs', '20');
  await studio.settled('ready');
  await studio.player.finish();
  const accuracy = await studio.accuracy();
  await documents.keepVersion('Trained well');
  await expect(studio.messages.notice(/“Trained well” saved/)).toBeVisible();
  await studio.design.enter('Seed', '99');
  await studio.settled('ready');

  await documents.choose('Versions…');
  await documents.version(/Trained well/).click();
  const detail = documents.versions.getByRole('region', { name: 'Trained well' });
  await expect(detail).toContainText(/Seed\s*\S+ → 99/);
  await detail.getByRole('button', { name: 'Go back to this version' }).click();
  await expect(studio.design.field('Seed')).not.toHaveValue('99');
  await studio.settled('finished');
  await expect.poll(() => studio.accuracy()).toBe(accuracy);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(studio.design.field('Seed')).toHaveValue('99');
  await studio.settled('ready');
  await documents.choose('Versions…');
  await expect(documents.version(/Before going back to “Trained well”/)).toBeVisible();
});

test('one tab edits, another reads, takes over, and nothing is lost', async ({ studio, page, context }) => {
  const first = new Documents(page);
  await studio.open();
  await rename(studio, 'Shared');
  await first.saved();

  const page2 = await context.newPage();
  const studio2 = new Studio(page2);
  const second = new Documents(page2);
  await studio2.open('/');
  await expect(studio2.experimentName).toHaveValue('Shared');
  await expect(second.readerBar).toBeVisible();
  await studio2.player.train.click();
  await expect(studio2.messages.notice(/open in another tab, which edits it/)).toBeVisible();

  // Readers see changes as they are made.
  await studio.design.enter('Seed', '21');
  await expect(studio2.design.field('Seed')).toHaveValue('21');

  await studio.settled('ready');
  await studio.player.step.click();
  await studio.settled('paused');
  await second.readerBar.getByRole('button', { name: 'Take over' }).click();
  await expect(second.readerBar).toBeHidden();
  await expect(first.readerBar).toBeVisible();
  // What the first tab has trained came along.
  await studio2.settled('paused');
  await expect(studio2.player.region).toContainText('step 1 of');
  await studio2.design.enter('Seed', '22');
  await expect(studio.design.field('Seed')).toHaveValue('22');

  // A copy can be edited beside.
  await first.readerBar.getByRole('button', { name: 'Open a copy' }).click();
  await expect(first.readerBar).toBeHidden();
  await expect(studio.experimentName).toHaveValue('Shared (copy)');
  await studio.design.enter('Seed', '31');
  await first.saved();
  await expect(studio2.design.field('Seed')).toHaveValue('22');
});

test('room that runs short is said before it is full, and can be freed', async ({ studio, page }) => {
  await page.addInitScript(nearlyFull);
  const documents = new Documents(page);
  await studio.open();
  await expect(documents.roomBar).toBeVisible();
  await documents.roomBar.getByRole('button', { name: 'Free room' }).click();
  await expect(documents.storage).toContainText('95.0 MB of 100 MB used');
  await documents.storage.getByRole('button', { name: 'Free: Data sets' }).click();
  await expect(studio.messages.notice(/Data sets: .* freed/)).toBeVisible();
  await expect(documents.storage.getByRole('button', { name: 'Free: Data sets' })).toBeDisabled();
});

test('where storage is refused the studio works, says so, and keeps the address', async ({
  studio,
  page,
}) => {
  await page.addInitScript(refuseStorage);
  const documents = new Documents(page);
  await studio.open();
  const before = await studio.waitForAddress();
  await rename(studio, 'In memory');
  await expect(studio.messages.notice(/did not let the studio save/)).toBeVisible();
  await expect(documents.menu).toHaveAccessibleName('Experiment menu: Not saved');
  await studio.player.step.click();
  await studio.settled('paused');
  await expect(page).not.toHaveURL(before);
  await page.reload();
  await studio.settled('paused');
  await expect(studio.experimentName).toHaveValue('In memory');
});

test('an error that nobody caught is shown with its report, and the page stays', async ({
  studio,
  page,
  context,
  watch,
}) => {
  watch.expected.uncaught.push(/a bug on purpose/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const documents = new Documents(page);
  await studio.open();
  await page.evaluate(() => void Promise.reject(new Error('a bug on purpose')));
  await expect(documents.strayError).toBeVisible();
  await documents.strayError.getByRole('button', { name: 'Copy report' }).click();
  await expect(studio.messages.notice(/Report copied/)).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('a bug on purpose');
  expect(report).toMatch(/Studio: \d+\.\d+\.\d+/);
  expect(report).toMatch(/Browser: .+\nDevice: .+\nRun: ready/);
  await documents.strayError.getByRole('button', { name: 'Dismiss' }).click();
  await expect(documents.strayError).toBeHidden();
  await studio.isNotBlank();
});

async function rename(studio: Studio, name: string): Promise<void> {
  await studio.experimentName.fill(name);
  await studio.experimentName.press('Enter');
}

/** The renderer dies as by a fault of its own: no event reaches the page. */
async function crash(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page);
  const gone = page.waitForEvent('crash');
  // It does not live to answer.
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

/** Step of the page's last sign of life. */
function lastSign(page: Page): Promise<number> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith('photonic-open/'));
    const mark: unknown = JSON.parse((key && localStorage.getItem(key)) ?? '{}');
    return Number((mark as { readonly step?: number }).step ?? 0);
  });
}

/** When the newest checkpoint was written; 0 before the first. */
async function checkpointTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('checkpoints').catch(() => undefined);
    let newest = 0;
    for await (const entry of folder?.values() ?? []) {
      if (!(entry instanceof FileSystemFileHandle) || !entry.name.endsWith('.checkpoint')) continue;
      newest = Math.max(newest, (await entry.getFile()).lastModified);
    }
    return newest;
  });
}

/** "up to 3.2 s of training": seconds; below one they are in milliseconds. */
function lostSeconds(note: string): number {
  const [, value, prefix] = /up to ([\d.]+)\s*(m?)s/.exec(note) ?? [];
  return Number(value) * (prefix === 'm' ? 1e-3 : 1);
}

/** The browser's own answer when the disk is nearly full. */
function nearlyFull(): void {
  navigator.storage.estimate = () => Promise.resolve({ usage: 95e6, quota: 100e6 });
}

/** As a browser that keeps nothing for this site. */
function refuseStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}
