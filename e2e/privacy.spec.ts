import { strFromU8 } from 'fflate';
import { Inspection } from './pages/inspection';
import { Privacy } from './pages/privacy';
import { expect, test } from './test';

test('all that this browser keeps goes into one archive, and all of it can be deleted', async ({
  studio,
  page,
}) => {
  const privacy = new Privacy(page);
  await studio.open();
  await studio.player.finish();
  await studio.commands.run('Rename');
  await page.keyboard.type('Mine alone');
  await page.keyboard.press('Enter');
  await privacy.open();
  const files = await privacy.everything();
  await expect(privacy.window.getByRole('status')).toContainText('this browser’s part only');
  const documents = strFromU8(files['browser/documents.json'] ?? new Uint8Array());
  expect(documents).toContain('Mine alone');
  expect(
    Object.keys(JSON.parse(strFromU8(files['browser/runs.json'] ?? new Uint8Array())) as object),
  ).toHaveLength(1);
  expect(strFromU8(files['about.json'] ?? new Uint8Array())).toContain('"problems": []');

  await privacy.button('Delete everything in this browser…').click();
  await expect(privacy.window.getByText('There is no undo')).toBeVisible();
  await privacy.button('Cancel').click();
  await privacy.button('Delete everything in this browser…').click();
  await Promise.all([page.waitForEvent('load'), privacy.button('Delete for good').click()]);
  await studio.settled('ready');
  await privacy.open();
  const after = await privacy.everything();
  expect(strFromU8(after['browser/documents.json'] ?? new Uint8Array())).not.toContain('Mine alone');
  expect(strFromU8(after['browser/runs.json'] ?? new Uint8Array()).trim()).toBe('{}');
});

test('how long deleted models are kept is a choice, and only a sensible one', async ({ studio, page }) => {
  const privacy = new Privacy(page);
  await studio.open();
  await privacy.open();
  await privacy.keepDeletedFor('0');
  await expect(privacy.window.getByText('from 1 to 3650')).toBeVisible();
  await privacy.keepDeletedFor('7');
  await expect(studio.messages.notice(/erased after 7 days/)).toBeVisible();
  await page.reload();
  await studio.settled('ready');
  await privacy.open();
  await expect(privacy.window.getByRole('textbox', { name: 'Erase after' })).toHaveValue('7');
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`privacy and health have no violations at ${size.width} pixels`, async ({ studio, page }) => {
    await page.setViewportSize(size);
    const seen = new Inspection(page);
    await studio.open();
    const privacy = new Privacy(page);
    await privacy.open();
    await seen.look('privacy');
    await privacy.button('Delete everything in this browser…').click();
    await seen.look('deleting');
    await page.goto('/privacy.html');
    await seen.look('privacy page');
    expect(seen.found).toEqual([]);
  });
}

test('the health page says what this browser offers, and asks nobody else', async ({ page, watch }) => {
  await page.goto('/health');
  // Every row has been looked at.
  await expect(page.locator('li[data-kind]')).toHaveCount(7);
  await expect(page.getByRole('listitem').filter({ hasText: 'Threads' })).toContainText('with shared memory');
  await expect(page.getByRole('listitem').filter({ hasText: 'Cloud' })).toContainText('None is configured');
  const said = (await (await page.request.get('/health.json')).json()) as { status: string; commit: string };
  expect(said.status).toBe('ok');
  await expect(page.getByText(`commit ${said.commit}`)).toBeVisible();
  const seen = new Inspection(page);
  await seen.look('health');
  expect(seen.found).toEqual([]);
  expect(watch.troubles).toEqual([]);
});

test('a page refuses what is not its own: scripts, styles and markup', async ({ page, watch }) => {
  watch.expected.consoleErrors.push(/Content Security Policy|Trusted/);
  await page.goto('/');
  const refused = await page.evaluate(async () => {
    const tried = (attempt: () => unknown): boolean => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    const script = document.createElement('script');
    const style = document.createElement('style');
    style.textContent = 'body { --hostile: 1 }';
    document.head.append(style);
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    return {
      markup: tried(() => (document.body.innerHTML = '<img src=x>')),
      foreignScript: tried(() => (script.src = 'https://example.org/x.js')),
      scriptText: tried(() => (script.text = 'window.hostile = true')),
      foreignWorker: tried(() => new Worker('https://example.org/x.js')),
      style: getComputedStyle(document.body).getPropertyValue('--hostile') === '',
      fetched,
    };
  });
  expect(refused).toEqual({
    markup: true,
    foreignScript: true,
    scriptText: true,
    foreignWorker: true,
    style: true,
    fetched: false,
  });
});
