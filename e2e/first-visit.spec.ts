import { expect, test } from './test';

/** As the first studio wrote links: src/experiment/old-links.fixture.ts. */
const OLD_LINK =
  '1VLLjtswDPyVYM5M4WSL3UT3vfXUAr0sgoKRmViILAmU3DQN_O8FnUUfn9ALRcHWzJAzd5yyjtzgUIbccgp-LT-KaBglNRC-i9aQE9yGkHgUOHzNV4l1ldOKV8_rMfey8kMoIFSRHu6F0Lhe4O7ouXEVQx9CjJKOyqm3H_Ok3rBUOILgI9cqFe4N4QZCGEAQKyxWrJuuOMwE46twzwRJPveixnMJqYeDz3EaUzXA98694dSBcNpY2Vp5Wrpv2-5x7jocFtQpclsmRRm4Gm31HAWu-_AyEyLfRA3wvqwMDhMIo9RhGcM3TucpsoJw5vC-sJxiSMIa2u0vmSmf7O2FS2G4J4IayY7AyznP9L9wJME8H8hs7PPU7FuyPMVQBa7pJL-3uOkIMddqNmmudS2paS43zISmHFJIZ3ufSwtjqP_4yj2PIByl8cbk7x_9dun3e4KUGuKSUlnvzCxhNcDP3BYDu43pGKSfTAp8riGZw0dufvgSfi76doaT_VDhPnbdTBhY-yurmJKi8gjyKfickqWjxNCa6KtqtuXSIzd_riFVUYvUp2XsjtAHI5rnXw';

test.describe('unhurried', () => {
  test.use({ pace: 'auto', visit: 'first' });

  test('a first visit trains by itself and says what is seen; the next one finds it as it was left', async ({
    studio,
    page,
  }) => {
    await page.goto('/');
    await studio.reaches('running');
    await expect(studio.lesson.welcome).toContainText('You are watching a photonic chip learn six vowels');
    // It can be stopped like any run.
    await studio.player.pauseRun();
    await studio.player.train.click();
    await studio.settled('finished');
    await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);

    await studio.lesson.welcome.getByRole('button', { name: 'Close the welcome note' }).click();
    await expect(studio.lesson.welcome).toBeHidden();
    await studio.open('/', 'finished');
    await expect(studio.lesson.welcome).toBeHidden();
  });

  test('a first visit with less motion trains all the same', async ({ studio, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/');
    await studio.settled('finished');
    await expect(studio.lesson.welcome).toBeVisible();
  });

  test('a first visit by a link opens what was meant, and nothing starts', async ({ studio }) => {
    await studio.open(`/#e=${OLD_LINK}`);
    await expect(studio.lesson.welcome).toBeHidden();
    await expect(studio.design.field('Learning rate')).toHaveValue('0.01');
  });
});

test.describe('later, unhurried', () => {
  test.use({ pace: 'auto' });

  test('the studio opens ready, and trains a chip on real vowels', async ({ studio }) => {
    await studio.open();

    await expect(studio.figure('Accuracy')).toContainText('measured');
    await expect(studio.figure('Accuracy')).toContainText('294 real test samples, before training');
    await expect(studio.figure('Chip latency')).toContainText(/410\s*ps/);
    await expect(studio.figure('Chip latency')).toContainText('modelled');
    await expect(studio.figure('Simulator')).toContainText('not measured yet');
    expect(await studio.mesh.summary()).toContain('6 waveguides, 3 layers and 45 interferometers');
    await studio.mesh.isLit();
    expect(await studio.accuracy()).toBeLessThan(60);

    await studio.player.finish();

    await expect(studio.figure('Accuracy')).toContainText('294 real test samples, now');
    await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
    await expect(studio.figure('Simulator')).toContainText(/\/s(measured|slowed to watch)/);
    await expect(studio.player.progress).toHaveAttribute('aria-valuenow', '100');
  });
});

test('charts, confusion matrix and latency tell what was learnt', async ({ studio }) => {
  await studio.open();
  await studio.player.finish();

  await expect(studio.charts.chart('Loss over the training')).toBeVisible();
  const curve = await studio.charts.curve();
  expect(curve.at(-1)).toMatch(/^2,000 /);
  expect(lossOf(curve.at(-1))).toBeLessThan(lossOf(curve[0]) / 2);

  await studio.charts.show('Accuracy');
  await expect(studio.charts.chart('Accuracy over the training')).toBeVisible();
  expect(await studio.charts.curve('Accuracy over the training')).toHaveLength(curve.length);

  await studio.charts.show('Confusion');
  await expect(studio.charts.confusion).toBeVisible();
  const counts = await studio.charts.confusionCounts();
  expect(counts).toHaveLength(36);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(294);
  const right = counts.reduce((sum, count, cell) => (cell % 7 === 0 ? sum + count : sum), 0);
  expect((100 * right) / 294).toBeCloseTo(await studio.accuracy(), 0);

  await studio.charts.show('Budget');
  await expect(studio.charts.latency).toContainText(/410\s*ps through the chip, modelled/);
  await expect(studio.charts.latency).toContainText('It says nothing about the chip’s speed.');
});

function lossOf(row: string | undefined): number {
  return Number(row?.split(' ')[1]);
}
