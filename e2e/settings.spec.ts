import { Inspection } from './pages/inspection';
import { Settings } from './pages/settings';
import { expect, test } from './test';

test('a file beside the page sets what it names; a wrong value names itself and stops nothing else', async ({
  studio,
  page,
  watch,
}) => {
  const settings = new Settings(page);
  await settings.file({
    PHOTONIC_ENABLE_GPU: false,
    PHOTONIC_THREAD_COUNT: 'many',
    PHOTONIC_BATCH_SIZE: 128,
    PHOTONIC_REQUIRE_AUTH: true,
  });
  await studio.open();
  await expect(studio.messages.notice(/PHOTONIC_THREAD_COUNT is "many"/)).toBeVisible();
  await settings.open();
  await expect(settings.setting('PHOTONIC_THREAD_COUNT')).toContainText(
    'must be a whole number from 1 to 64, or 0',
  );
  await expect(settings.setting('PHOTONIC_THREAD_COUNT')).toContainText('Default');
  await expect(settings.setting('PHOTONIC_BATCH_SIZE')).toContainText('Set in photonic.config.json');
  await expect(settings.setting('PHOTONIC_REQUIRE_AUTH')).toContainText('nothing can enforce it');
  await expect(settings.effect('Graphics device')).toContainText('PHOTONIC_ENABLE_GPU');
  await expect(settings.window.getByRole('status')).toContainText(
    'WebGPU is not tried: PHOTONIC_ENABLE_GPU is false.',
  );
  await settings.close();
  await studio.player.finish();
  expect(watch.troubles).toEqual([]);
});

test('a level is chosen in the window or by a command, takes effect at once, and is kept', async ({
  studio,
  page,
}) => {
  const settings = new Settings(page);
  await studio.open();
  await studio.commands.run('Optimisation level: low');
  await studio.settled('ready');
  await settings.open();
  await expect(settings.level('Low')).toBeChecked();
  await expect(settings.effect('Threads for convolutions')).toContainText('1');
  await expect(settings.window.getByRole('status')).toContainText('the optimisation level is low');
  await settings.window.getByText('Extreme', { exact: true }).click();
  await expect(settings.effect('Evaluated at once')).toContainText('16,384 samples');
  await expect(settings.window.getByRole('status')).not.toContainText('the optimisation level is low');
  await page.reload();
  await studio.settled('ready');
  await settings.open();
  await expect(settings.level('Extreme')).toBeChecked();
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`the settings have no violations at ${size.width} pixels`, async ({ studio, page }) => {
    await page.setViewportSize(size);
    const settings = new Settings(page);
    await settings.file('no JSON');
    await studio.open();
    await settings.open();
    await expect(settings.window.getByText('must be an object of names and values')).toBeVisible();
    const seen = new Inspection(page);
    await seen.look('settings');
    expect(seen.found).toEqual([]);
  });
}
