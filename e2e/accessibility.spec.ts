import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations as lines that name rule and elements. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the desktop page has no violations in any panel', async ({ studio, page }) => {
      await studio.open();
      await studio.player.finish();
      for (const tab of ['Loss', 'Accuracy', 'Confusion', 'Budget'] as const) {
        await studio.charts.show(tab);
        await studio.settled('finished');
        expect(await violations(page), tab).toEqual([]);
      }
      await studio.mesh.canvas.focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('slider', { name: 'Phase θ, internal' })).toBeVisible();
      expect(await violations(page), 'inspector').toEqual([]);
      await studio.predict.show();
      await expect(studio.predict.vowel).toBeVisible();
      expect(await violations(page), 'vowel picker').toEqual([]);
      await studio.program.show();
      await studio.program.choose('Matrix', /^Your own/);
      await studio.program.text.fill('1, 2, 3');
      await expect(studio.program.panel.getByText(/1 rows and 3 columns/)).toBeVisible();
      for (const title of ['Correct errors', 'Export']) await studio.program.unfold(title);
      expect(await violations(page), 'program').toEqual([]);
      for (const title of ['Fabrication', 'Loss', 'Phase setting', 'Detection', 'Optimiser', 'Phases'])
        await studio.design.unfold(title);
      for (const flaw of ['Splitter error', 'Quantisation', 'Crosstalk', 'Real photodiodes'])
        await studio.design.turn(flaw);
      await studio.settled('ready');
      expect(await violations(page), 'flaws').toEqual([]);
      await studio.design.enter('Modes N', '0');
      await expect(studio.design.refusal(/not possible/)).toBeVisible();
      expect(await violations(page), 'refused number').toEqual([]);
      await studio.design.field('Modes N').press('Escape');
      await studio.design.select('Data set').click();
      await expect(page.getByRole('listbox', { name: 'Data set' })).toBeVisible();
      expect(await violations(page), 'select').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(studio.commands.sheet).toBeVisible();
      expect(await violations(page), 'commands').toEqual([]);
    });

    test('the budget has no violations', async ({ studio, page }) => {
      await studio.open();
      for (const part of ['Optical loss', 'Detectors', 'Electrical power', 'Energy per answer'] as const) {
        await studio.budget.show(part);
        expect(await violations(page), part).toEqual([]);
      }
    });

    test('studies have no violations', async ({ studio, page }) => {
      await studio.open();
      for (const [study, start] of [
        ['Monte Carlo', /^Measure/],
        ['Yield', /^Measure/],
        ['Sensitivity', /^Measure/],
        ['Methods', /^Train/],
      ] as const) {
        await studio.studies.show(study);
        if (study === 'Methods') await studio.studies.enter('Chip forward passes of each', '5000');
        await studio.studies.start(start);
        await studio.studies.ended();
        await expect(studio.studies.summary).toBeVisible();
        expect(await violations(page), study).toEqual([]);
      }
      await studio.studies.numbers();
      expect(await violations(page), 'numbers').toEqual([]);
      await studio.studies.show('Published results');
      await studio.studies
        .paper(/^Haar/)
        .getByRole('button', { name: /^Reproduce/ })
        .click();
      await studio.studies.ended();
      expect(await violations(page), 'published results').toEqual([]);
    });

    test('a convolutional network has no violations', async ({ studio, page }) => {
      await studio.open();
      await studio.design.preset(/^Photonic CNN, MNIST/).click();
      await studio.settled('ready');
      await studio.mesh.isLit();
      await studio.design.unfold('Augmentation');
      expect(await violations(page)).toEqual([]);
      await studio.charts.show('Tiles');
      await expect(page.getByRole('slider', { name: /^Stage 2/ })).toBeVisible();
      expect(await violations(page), 'tiles').toEqual([]);
    });

    test.describe('phone', () => {
      test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

      test('the phone page has no violations in any tab', async ({ studio, page }) => {
        await studio.open();
        await studio.player.finish();
        for (const name of ['Design', 'Mesh', 'Charts', 'Predict', 'Program']) {
          await page.getByRole('tablist', { name: 'Parts of the studio' }).getByRole('tab', { name }).tap();
          await expect(page.getByRole('tabpanel', { name })).toBeVisible();
          expect(await violations(page), name).toEqual([]);
        }
        await page.getByRole('tab', { name: 'Charts' }).tap();
        await studio.budget.show('Optical loss');
        expect(await violations(page), 'budget').toEqual([]);
        await studio.studies.show('Monte Carlo');
        await studio.studies.start(/^Measure/);
        await studio.studies.ended();
        expect(await violations(page), 'study').toEqual([]);
      });
    });
  });
}
