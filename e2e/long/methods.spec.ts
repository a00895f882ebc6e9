import { expect, test } from '../test';

test('a chip learns forward only, and goes on by another method on the same curve', async ({ studio }) => {
  await studio.open();
  await studio.design.choose('Method', 'SPSA');
  await studio.design.enter('Epochs', '5000');
  await studio.settled('ready');

  await studio.player.train.click();
  await studio.reaches('running');
  await expect.poll(async () => lastStep(await studio.charts.curve())).toBeGreaterThan(20);
  await studio.player.pauseRun();
  const spsa = await studio.charts.curve();
  const steps = lastStep(spsa);

  await studio.design.choose('Method', 'Backpropagation');
  await studio.settled('paused');
  await expect(studio.player.region).toContainText(`step ${steps.toLocaleString('en-GB')} of`);
  expect(await studio.charts.curve()).toEqual(spsa);

  await studio.player.step.click();
  await expect.poll(async () => lastStep(await studio.charts.curve())).toBe(steps + 1);
  await studio.settled('paused');

  // A rate is switched like a method; anything else begins another run.
  await studio.design.enter('Learning rate', '0.01');
  await studio.settled('paused');
  await expect(studio.player.region).toContainText(`step ${(steps + 1).toLocaleString('en-GB')} of`);
  await studio.design.enter('Batch', '54');
  await studio.settled('ready');
  expect(await studio.charts.curve()).toEqual([]);
});

test('every method trains', async ({ studio }) => {
  await studio.open();
  await studio.design.enter('Epochs', '2');
  await studio.settled('ready');
  for (const method of ['In situ', 'SPSA', 'Zeroth order', 'Coordinate descent', 'Backpropagation']) {
    await studio.design.choose('Method', method);
    await studio.settled('ready');
    await studio.player.finish();
    expect(lastStep(await studio.charts.curve()), method).toBe(10);
    await studio.player.resetRun();
  }
});

test('a frozen interferometer does not move while the others learn', async ({ studio, page }) => {
  await studio.open();
  await studio.design.enter('Epochs', '20');
  await studio.settled('ready');
  await studio.mesh.select('ArrowRight');
  const theta = page.getByRole('textbox', { name: 'θ, internal' });
  await theta.fill('0.25π');
  await theta.press('Enter');
  await studio.settled('ready');
  const frozen = await theta.inputValue();
  const toggle = page.getByRole('switch', { name: 'Freeze this interferometer' });
  await page.locator('label.switch').filter({ has: toggle }).click();
  await expect(toggle).toBeChecked();
  await studio.settled('ready');
  // What a hand has set stays set.
  await expect(theta).toHaveValue(frozen);

  await studio.mesh.canvas.focus();
  await page.keyboard.press('ArrowRight');
  const other = await theta.inputValue();
  await studio.player.finish();
  await expect(theta).not.toHaveValue(other);
  await studio.mesh.canvas.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(toggle).toBeChecked();
  await expect(theta).toHaveValue(frozen);
});

/** The step of a curve's last row. */
function lastStep(curve: readonly string[]): number {
  return Number(curve.at(-1)?.split(' ')[0]?.replaceAll(',', ''));
}
