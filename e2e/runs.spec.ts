import { readFile } from 'node:fs/promises';
import { Runs } from './pages/runs';
import type { Studio } from './pages/studio';
import { expect, test } from './test';

/** Trains the vowels for some epochs at a learning rate. */
async function train(studio: Studio, rate: string): Promise<void> {
  await studio.design.enter('Learning rate', rate);
  await studio.player.resetRun();
  await studio.player.finish();
}

test('two runs stand side by side, and stay', async ({ studio, page }) => {
  const runs = new Runs(page);
  await studio.open();
  await runs.show();
  await expect(runs.screen).toContainText('Every training becomes a run here');
  await page.keyboard.press('1');
  await studio.design.enter('Epochs', '400');
  await studio.settled('ready');
  await train(studio, '0.01');
  await train(studio, '0.03');
  await runs.show();

  // One row each, and of all settings the one that differs.
  await expect(runs.rows).toHaveCount(2);
  await expect(runs.head('Learning rate')).toBeVisible();
  await expect(runs.head('Batch size')).toHaveCount(0);
  await expect(runs.row('Finished')).toHaveCount(2);
  expect(await runs.column('Learning rate')).toEqual(['0.03', '0.01']);
  await runs.sortBy('Learning rate');
  expect(await runs.column('Learning rate')).toEqual(['0.01', '0.03']);
  await expect(runs.screen.getByText(/^The same in all: \d+ settings$/)).toBeVisible();

  // Both curves in one chart, told apart by what differs.
  await expect(runs.chart).toHaveAccessibleName('Loss over optimiser steps');
  const ends = runs.screen.getByRole('table', { name: /Last values of the curves/ });
  await expect(ends).toContainText('Learning rate 0.01, train');
  await expect(ends).toContainText('Learning rate 0.03, test');

  // With the keyboard alone: go, select, pin, name, compare.
  await runs.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(runs.count).toHaveText('2 runs · 1 selected');
  await page.keyboard.press('p');
  await expect(runs.row('0.01').getByRole('button', { name: /^Unpin/ })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the run' }).fill('Slow, "careful"');
  await page.keyboard.press('Enter');
  await expect(runs.row('Slow, "careful"')).toHaveCount(1);
  await runs.button('Compare the others with this run').click();
  await expect(runs.row('0.03')).toContainText(/±0|[+−][\d.]+\spts/);
  await runs.tag('first try');
  await expect(runs.row('first try')).toHaveCount(1);
  await runs.details.getByRole('textbox', { name: 'Note' }).fill('A note');

  // Deleting takes nothing for good.
  await runs.row('0.03').click();
  await runs.button('Clear the run selection').click();
  await runs.button('Delete the run').click();
  await expect(runs.rows).toHaveCount(1);
  await studio.messages
    .notice(/Run deleted/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(runs.rows).toHaveCount(2);

  // The table leaves as it is shown.
  await runs.button('Export the table…').click();
  const csv = await readFile(await (await runs.download('CSV')).path(), 'utf8');
  const [heads, first, second] = csv.trim().split('\r\n');
  expect(heads).toContain('Name,Test acc. (measured),Test loss (measured)');
  expect(heads).toContain('Learning rate');
  expect(first).toMatch(/^"Slow, ""careful""",0\.\d+,/);
  expect(second).toContain(',0.03,');
  const tex = await readFile(await (await runs.download('LaTeX')).path(), 'utf8');
  expect(tex).toContain('\\toprule');
  await runs.exporting.getByRole('button', { name: 'Close' }).click();

  await page.reload();
  await studio.settled('finished');
  await runs.show();
  await expect(runs.row('Slow, "careful"')).toContainText('first try');
  await expect(runs.rows).toHaveCount(2);
  await runs.row('first try').click();
  await expect(runs.details.getByRole('textbox', { name: 'Note' })).toHaveValue('A note');

  // Opening a run brings its design and phases back, as one step.
  const accuracy = await runs.details
    .getByText(/^\d+(\.\d)?\s%$/)
    .first()
    .innerText();
  await runs.button('Open on the chip').click();
  await expect(studio.messages.notice(/is on the chip/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.01');
  await expect.poll(async () => `${await studio.accuracy()}`).toBe(`${Number.parseFloat(accuracy)}`);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.03');
});

test('a run whose page goes away is interrupted, and goes on as the same run', async ({ studio, page }) => {
  const runs = new Runs(page);
  await studio.open();
  await studio.design.enter('Epochs', '100000');
  await studio.settled('ready');
  await studio.player.train.click();
  await studio.reaches('running');
  // A pause writes a checkpoint, which the next visit goes on from.
  await studio.player.pauseRun();
  await studio.player.train.click();
  await studio.reaches('running');
  await runs.show();
  await expect(runs.row('Training')).toHaveCount(1);
  await expect
    .poll(async () => Number((await runs.column('Steps'))[0]?.replace(/\D/g, '')))
    .toBeGreaterThan(0);

  await page.reload();
  await studio.settled('paused');
  // It goes on from its checkpoint, which is as old as the last pause at most.
  await page.keyboard.press('1');
  const kept = await studio.player.stepsDone();
  expect(kept).toBeGreaterThan(0);
  await runs.show();
  await expect(runs.row('Interrupted')).toHaveCount(1);
  await runs.rows.first().click();
  await runs.button('Continue this run').click();
  await studio.reaches('running');
  await studio.player.pauseRun();
  expect(await studio.player.stepsDone()).toBeGreaterThan(kept);
  await runs.show();
  await expect(runs.row('Paused')).toHaveCount(1);
  await expect(runs.rows).toHaveCount(1);
});

test('thousands of runs scroll, filter, sort and group', async ({ studio, page }) => {
  const runs = new Runs(page);
  await studio.open();
  await studio.player.step.click();
  await studio.settled('paused');
  await runs.show();
  await expect(runs.rows).toHaveCount(1);
  await runs.seed(2000);
  await studio.settled('paused');
  await runs.show();
  await expect(runs.count).toHaveText('2001 runs');
  // Only what is in sight is in the page.
  expect(await runs.rows.count()).toBeLessThan(60);
  await expect(runs.grid).toHaveAttribute('aria-rowcount', '2002');

  await runs.grid.focus();
  await page.keyboard.press('End');
  await expect(runs.row('Vowels on a 6-mode chip')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(runs.row(/^Copy 1999/)).toHaveCount(1);
  await page.keyboard.press('Shift+PageDown');
  await expect(runs.count).toHaveText('2001 runs · 13 selected');
  await page.keyboard.press('Escape');

  await runs.filter.fill('fifty copy');
  await expect(runs.count).toHaveText('40 of 2001 runs');
  await runs.filter.fill('nothing of that kind');
  await expect(runs.screen).toContainText('No run matches this filter.');
  await runs.button('Clear the filter').click();
  await runs.sortBy('Test acc.');
  await expect(runs.rows.first()).toContainText('99.9');
  await runs.choose('Group by', 'All but the seed');
  await expect(runs.grid.getByRole('button', { name: /^Fold/ })).toContainText('2001 runs');
});
