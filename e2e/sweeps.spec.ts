import { readFile } from 'node:fs/promises';
import { Runs } from './pages/runs';
import { Sweeps } from './pages/sweeps';
import { expect, test } from './test';

test('a sweep runs, pauses, survives a reload, and ends with every trial once', async ({ studio, page }) => {
  const sweeps = new Sweeps(page);
  const runs = new Runs(page);
  await studio.open();
  await studio.design.enter('Epochs', '1500');
  await studio.settled('ready');

  // What cannot be is refused where it is typed.
  await runs.show();
  await sweeps.create('button');
  await sweeps.values('Learning rate').fill('0.01, fast');
  await expect(sweeps.form).toContainText('“fast” is not a number.');
  await expect(sweeps.start).toBeDisabled();
  await sweeps.values('Learning rate').fill('0.01, 11');
  await expect(sweeps.form).toContainText('11 is not possible.');
  await sweeps.values('Learning rate').fill('0.01, 0.05');
  await sweeps.field('How many').fill('2');
  await expect(sweeps.total).toContainText('4 trials');
  await sweeps.add('Modes');
  await sweeps.values('Modes').fill('4, 6');
  await expect(sweeps.total).toContainText('8 trials, of which 4 not possible');
  await expect(sweeps.form.getByRole('note')).toContainText('5 measurements need as many modes');
  await sweeps.form.getByRole('button', { name: 'Remove Modes' }).click();
  await expect(sweeps.total).toContainText('4 trials');
  await sweeps.start.click();

  // One trial or more get on before the pause; the run on screen stays as it is.
  await sweeps.reaches('running');
  await expect(sweeps.trials(/Training \d|Finished/).first()).toBeVisible({ timeout: 60_000 });
  await sweeps.button('Pause the sweep').click();
  await sweeps.reaches('paused');
  await expect(sweeps.trials('Training')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-run-state', 'ready');

  await sweeps.button('Resume the sweep').click();
  await expect(sweeps.trials(/Training \d|Finished/).first()).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await studio.settled('ready');
  await expect(studio.messages.notice(/was interrupted/)).toBeVisible();
  await runs.show();
  await sweeps.button('Show sweeps').click();
  await sweeps.reaches('paused');
  await sweeps.button('Resume the sweep').click();
  await sweeps.reaches('finished');
  await expect(sweeps.trials('Finished')).toHaveCount(4);
  await expect(sweeps.trials('Best')).toHaveCount(1);
  await expect(page.getByText(/The test split takes no part in the choice/)).toBeVisible();

  // The effect of a setting, and of two.
  await expect(sweeps.charts.getByRole('img')).toHaveAccessibleName(/against Learning rate/);
  await sweeps.charts.getByText('Two settings', { exact: true }).click();
  const heat = sweeps.charts.getByRole('table', { name: 'Test accuracy by Learning rate and Seed' });
  await expect(heat.getByRole('cell', { name: /^\d+\.\d$/ })).toHaveCount(4);

  await sweeps.button('Export the sweep’s table…').click();
  const csv = await readFile(await (await runs.download('CSV')).path(), 'utf8');
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^Trial,Learning rate,Seed,Test acc\. \(measured\)/);
  expect(lines[4]).toMatch(/^4,0\.05,8,0\.\d+,.*Finished$/);
  await runs.exporting.getByRole('button', { name: 'Close' }).click();

  // Its trials are runs like all others, one each.
  await sweeps.button('List its runs').click();
  await expect(runs.rows).toHaveCount(4);
  await expect(runs.row('Finished')).toHaveCount(4);
  await sweeps.button('Show sweeps').click();
  await sweeps.button('Delete the sweep').click();
  await expect(sweeps.list).toHaveCount(0);
  await studio.messages
    .notice(/and its runs are deleted/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(sweeps.trials('Finished')).toHaveCount(4);
  await sweeps.trials('0.05').first().click();
  await sweeps.button('Open the trial on the chip').click();
  await expect(studio.messages.notice(/is on the chip/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.05');
});

test('one chip is measured on many dies', async ({ studio, page }) => {
  const sweeps = new Sweeps(page);
  await studio.open();
  await sweeps.create('key');
  await sweeps.choose('One chip, many dies');
  await sweeps.field('Dies').fill('6');
  await sweeps.field('Splitter error').fill('0');
  await sweeps.field('Phase error').fill('0');
  await expect(sweeps.form).toContainText('no errors to draw dies from');
  await sweeps.field('Phase error').fill('0.2');
  await sweeps.start.click();
  await sweeps.reaches('finished');
  await expect(sweeps.trials('Finished')).toHaveCount(6);
  await expect(sweeps.charts.getByRole('img')).toHaveAccessibleName(/Accuracy of all dies: mean/);
  await sweeps.trials('Finished').nth(2).click();
  await sweeps.button('Open the trial on the chip').click();
  await expect(studio.messages.notice(/Die 3 is on the chip/)).toBeVisible();
});
