import { readFile } from 'node:fs/promises';
import { Documents } from './pages/documents';
import { expect, test } from './test';

test('a run that is watched says how long it takes, and its noise and rate change on the way', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.design.enter('Epochs', '20000');
  await studio.settled('ready');
  await studio.player.train.click();
  await studio.reaches('running');
  await expect(studio.player.region).toContainText(/\d:\d\d left|day left/);
  await expect(page).toHaveTitle(/^\d.*% · /);
  await studio.player.pauseRun();
  const before = lastStep(await studio.charts.curve());
  expect(before).toBeGreaterThan(0);

  await studio.design.enter('Learning rate', '0.01');
  await studio.settled('paused');
  await studio.design.unfold('Phase setting');
  await studio.design.turn('Phase noise');
  await studio.design.enter('Phase noise, rad', '0.05');
  await studio.settled('paused');
  expect(lastStep(await studio.charts.curve())).toBe(before);
  // Both came at one step: one line in the charts.
  await expect(studio.charts.changes).toHaveCount(1);
  await expect(studio.charts.changes).toContainText('Learning rate 0.03 → 0.01');
  await expect(studio.charts.changes).toContainText(/Phase noise 0\srad → 0.05\srad/);

  await studio.player.step.click();
  await expect.poll(async () => lastStep(await studio.charts.curve())).toBe(before + 1);
  await studio.settled('paused');
  await studio.design.turn('Phase noise');
  await expect(studio.charts.changes).toHaveCount(2);

  // What was changed is kept with the run.
  await studio.settled('paused');
  await new Documents(page).saved();
  await page.reload();
  await studio.settled('paused');
  await expect(studio.charts.changes).toHaveCount(2);
  await studio.player.resetRun();
  await expect(studio.charts.changes).toHaveCount(0);
});

test('charts are drawn over other axes, smoother, on a logarithm, as numbers, and saved', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.design.enter('Epochs', '20');
  await studio.settled('ready');
  await studio.charts.save('SVG');
  await expect(studio.messages.notice(/no curve to save/)).toBeVisible();
  await studio.player.finish();

  await studio.charts.over('epochs');
  await studio.charts.turn('Numbers');
  await expect(studio.charts.numbers('Loss')).toContainText('20.00');
  await studio.charts.over('chip passes');
  await expect(studio.charts.numbers('Loss')).toContainText(/10\.8\sk/);
  await studio.charts.turn('Numbers');
  await studio.charts.turn('Log scale');
  const smoothing = page.getByRole('slider', { name: 'Smoothing' });
  await smoothing.focus();
  await smoothing.press('Home');
  await expect(page.getByText('every step', { exact: true })).toBeVisible();

  for (const kind of ['SVG', 'PNG'] as const) {
    const saved = page.waitForEvent('download');
    await studio.charts.save(kind);
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`loss.${kind.toLowerCase()}`);
    const bytes = await readFile(await file.path());
    expect(bytes.length).toBeGreaterThan(2000);
    expect(bytes.subarray(0, 8).toString('latin1')).toContain(kind === 'SVG' ? '<svg' : 'PNG');
  }
});

test('heaters, parts of a step and the worst samples tell what training does', async ({ studio, page }) => {
  await studio.open();
  await studio.design.enter('Epochs', '40');
  await studio.settled('ready');
  await studio.player.finish();
  await expect(page).toHaveTitle(/^✓ \d/);

  await studio.charts.show('Heaters');
  await expect
    .poll(async () => (await studio.charts.curve('Heater power over the training')).length)
    .toBeGreaterThan(1);
  await expect(page.getByText('Heater power, modelled')).toBeVisible();

  await studio.charts.show('Time');
  const times = page.getByRole('table', { name: 'Where the time of a step goes' });
  await expect(times.getByRole('row', { name: /Update the phases/ })).toContainText('s');

  await studio.charts.show('Confusion');
  const scores = page.getByRole('table', { name: 'Recall and precision by class' });
  await expect(scores.getByRole('row')).toHaveCount(7);

  await studio.charts.show('Worst');
  const worst = page.getByRole('listbox', { name: 'Samples answered worst' }).getByRole('option');
  const first = worst.first();
  await expect(first).toContainText('loss');
  const index = /Sample ([\d,]+):/.exec((await first.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await first.click();
  await expect(page.getByRole('group', { name: 'Sample', exact: true })).toContainText(
    `Test sample ${index} of`,
  );
  await expect(first).toHaveAttribute('aria-selected', 'true');
});

function lastStep(curve: readonly string[]): number {
  return Number((curve.at(-1) ?? '0').split(' ')[0]?.replace(/,/g, ''));
}
