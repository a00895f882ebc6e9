import { Documents } from '../pages/documents';
import { Exchange } from '../pages/exchange';
import { Models } from '../pages/models';
import { SIZES, shooter } from '../pages/shooter';
import { Sweeps } from '../pages/sweeps';
import { expect, test } from '../test';

/** The screens and dialogs that e2e/visual.spec.ts has no time for, against the same folder of pictures. */

test.setTimeout(240_000);

const CHARTS = ['Loss', 'Accuracy', 'Heaters', 'Confusion', 'Worst', 'Matrix', 'Budget', 'Studies'] as const;

for (const { size, isPhone, use } of SIZES) {
  test.describe(size, () => {
    test.use({ ...use, locale: 'en-GB', timezoneId: 'UTC' });
    test.beforeEach(async ({ page }) => {
      await page.clock.setFixedTime('2026-06-01T12:00:00Z');
      await page.emulateMedia({ reducedMotion: 'reduce' });
    });

    test('the charts of a finished run look as they did', async ({ studio, page }) => {
      const shoot = shooter(studio, size);
      await studio.open();
      await studio.player.finish();
      if (isPhone) await page.getByRole('tab', { name: 'Charts' }).click();
      const dock = page.locator('.dock');
      for (const tab of CHARTS) {
        await dock.getByRole('tab', { name: tab }).click();
        await expect(dock.getByRole('tabpanel', { name: tab })).toBeVisible();
        await shoot(`chart-${tab.toLowerCase()}`, dock);
      }
    });

    test('the dialogs of documents and files look as they did', async ({ studio, page }) => {
      const shoot = shooter(studio, size);
      const documents = new Documents(page);
      const exchange = new Exchange(page);
      await studio.open();
      await studio.player.step.click();
      await studio.settled('paused');
      await documents.keepVersion('After one step');
      await documents.saved();
      await documents.choose(/^Open an experiment/);
      await expect(documents.list.getByRole('searchbox')).toBeFocused();
      await shoot('documents', documents.list);
      await page.keyboard.press('Escape');
      await documents.choose(/^Versions/);
      await shoot('versions', documents.versions);
      await page.keyboard.press('Escape');
      await exchange.openExport();
      await shoot('export', exchange.exporting);
      await page.keyboard.press('Escape');
      await exchange.dropText('swap.csv', '0,1\n1,0\n');
      await expect(exchange.item('swap.csv')).toContainText('2 × 2');
      await shoot('import', exchange.importing);
      await page.keyboard.press('Escape');
      await expect(exchange.importing).toBeHidden();
      await studio.commands.run('Keyboard shortcuts');
      await expect(studio.commands.shortcuts).toBeVisible();
      await shoot('shortcuts', studio.commands.shortcuts);
    });

    test('models and sweeps look as they did', async ({ studio, page }) => {
      const shoot = shooter(studio, size);
      const models = new Models(page);
      const sweeps = new Sweeps(page);
      await studio.open();
      await models.show();
      await shoot('models-none');
      await page.keyboard.press('1');
      await models.saveNew('Vowels, untrained');
      await models.show();
      await expect(models.row('Vowels, untrained')).toBeVisible();
      await shoot('models');
      await page.keyboard.press('2');
      await sweeps.create('key');
      await sweeps.values('Learning rate').fill('0.01, 0.05');
      await shoot('new-sweep', sweeps.form);
    });
  });
}
