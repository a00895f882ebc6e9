import type { Page } from '@playwright/test';
import { expect, test } from './test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone everything fits and the chip learns', async ({ studio, page }) => {
  await studio.open();
  await expect(studio.figure('Accuracy')).toBeVisible();
  await expect(studio.figure('Chip latency')).toContainText(/410\s*ps/);
  await studio.mesh.isLit();
  for (const name of ['Design', 'Charts', 'Predict', 'Program', 'Mesh']) {
    const tab = page.getByRole('tablist', { name: 'Parts of the studio' }).getByRole('tab', { name });
    await tab.tap();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name })).toBeVisible();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await expect(studio.player.train).toBeInViewport();
  }
  await studio.player.train.tap();
  await studio.settled('finished');
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);

  await page.getByRole('tab', { name: 'Charts' }).tap();
  await expect(studio.charts.chart('Loss over the training')).toBeVisible();
  for (const tab of ['Accuracy', 'Confusion', 'Budget'] as const) {
    await studio.charts.show(tab);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  await page.getByRole('tab', { name: 'Predict' }).tap();
  await studio.predict.vowel.tap();
  await expect(page.getByText(/Your own sample: answered/)).toBeVisible();
});

/** Pixels that the page could be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
