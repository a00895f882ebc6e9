import { Runs } from './pages/runs';
import { SIZES, shooter } from './pages/shooter';
import { expect, test } from './test';

/**
 * Every screen as it was when a person last looked at it and found it right: pictures in e2e/visual, taken anew with
 * `npx playwright test e2e/visual.spec.ts e2e/long/screens.spec.ts --update-snapshots`. Fonts come with the studio, phases from seeds, time stands
 * still, and what depends on the machine is covered.
 */
test.setTimeout(180_000);

for (const { size, isPhone, use } of SIZES) {
  test.describe(size, () => {
    test.use({ ...use, locale: 'en-GB', timezoneId: 'UTC' });

    test('every screen looks as it did', async ({ studio, page }) => {
      const shoot = shooter(studio, size);
      const details = isPhone ? undefined : page.getByRole('complementary', { name: 'Details' });
      const dock = isPhone ? undefined : page.locator('.dock');
      await page.clock.setFixedTime('2026-06-01T12:00:00Z');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await studio.open();
      await studio.mesh.isLit();
      await shoot('chip');
      // A change of the theme closes it on a phone, where nothing opens it but keys.
      if (!isPhone) {
        await page.keyboard.press('ControlOrMeta+k');
        await expect(studio.commands.search).toBeFocused();
        await expect(studio.commands.item(/^Single step/)).toBeVisible();
        await shoot('commands', studio.commands.sheet);
        await page.keyboard.press('Escape');
      }
      await studio.commands.run('Share');
      await expect(studio.share.link).toHaveValue(/#e=/);
      await shoot('share', studio.share.dialog);
      await page.keyboard.press('Escape');
      await studio.program.show();
      await shoot('program', details);
      await page.getByRole('tab', { name: 'Predict' }).click();
      await expect(studio.predict.vowel).toBeVisible();
      await shoot('predict', details);
      await page.keyboard.press('b');
      await expect(page.getByRole('listbox', { name: 'Samples' })).toBeVisible();
      await shoot('samples', dock);

      await studio.gallery.show();
      await shoot('gallery');
      await studio.gallery.lessons.getByRole('button', { name: /From one interferometer/ }).click();
      await expect(studio.lesson.strip).toContainText('Step 1 of 5');
      await studio.settled('ready');
      await studio.mesh.isLit();
      await shoot('lesson');
    });

    test('the runs look as they did', async ({ studio, page }) => {
      const runs = new Runs(page);
      const shoot = shooter(studio, size);
      await page.clock.setFixedTime('2026-06-01T12:00:00Z');
      await studio.open();
      await studio.player.step.click();
      await studio.settled('paused');
      await runs.replace();
      await studio.settled('paused');
      await page.keyboard.press('2');
      await expect(runs.rows).toHaveCount(3);
      await shoot('runs');
      if (!isPhone) return;
      await runs.button('Curves').click();
      await expect(runs.chart).toBeVisible();
      await shoot('curves');
    });
  });
}
