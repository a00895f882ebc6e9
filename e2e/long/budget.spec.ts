import { expect, test } from '../test';

test('the FICONN chip’s 410 ps are taken apart, and the simulator’s speed stands aside', async ({
  studio,
}) => {
  const { budget } = studio;
  await studio.open();
  await budget.show('Latency');
  await expect(budget.tab('Latency')).toContainText(/410\s*ps/);
  const latency = budget.detail('Latency');
  await expect(latency).toContainText(/410\s*ps through the chip, modelled/);
  const parts = await latency.getByRole('table', { name: 'Modelled latency by part' }).getByRole('row').all();
  const flights = await Promise.all(
    parts.slice(1, -1).map((row) => row.getByRole('cell').first().innerText()),
  );
  expect(flights).toHaveLength(7);
  expect(flights.reduce((sum, flight) => sum + Number(flight), 0)).toBeCloseTo(410, -1);
  await expect(latency.getByRole('group', { name: 'Simulator, measured' })).toContainText('not the chip');
});

test('a changed constant changes the budget, a bad one is refused, and both can be taken back', async ({
  studio,
  page,
}) => {
  const { budget } = studio;
  await studio.open();
  await budget.show('Latency');
  await budget.setConstant('Waveguide through one column', '2.6');
  await expect(budget.tab('Latency')).toContainText(/738\s*ps/);
  await expect(studio.figure('Chip latency')).toContainText(/738\s*ps/);
  await expect(budget.constants).toContainText('set in this experiment; the platform has 1.3');

  await budget.setConstant('Waveguide through one column', '-1');
  await expect(budget.constants.getByText(/Waveguide through one column cannot be -1 mm/)).toBeVisible();
  await expect(budget.tab('Latency')).toContainText(/738\s*ps/);
  await budget.constant('Waveguide through one column').press('Escape');
  await page.getByRole('button', { name: 'Reset Waveguide through one column to 1.3 mm' }).click();
  await expect(budget.tab('Latency')).toContainText(/410\s*ps/);

  await budget.show('Optical loss');
  const before = await budget.tab('Detectors').innerText();
  await budget.setConstant('Interferometer loss', '1');
  await expect(budget.detail('Optical loss').getByRole('row', { name: /18 interferometers/ })).toContainText(
    '18.00',
  );
  expect(await budget.tab('Detectors').innerText()).not.toBe(before);
  await budget.show('Detectors');
  await budget.setConstant('Laser, optical', '1n');
  await expect(budget.detail('Detectors')).toContainText('Too little light');
  await budget.show('Energy per answer');
  await budget.setConstant('Samples sent in', '1');
  await expect(budget.detail('Energy per answer')).toContainText(/1\.00\s*G\/s/);
});

test('a convolution lies on tiles, and its budget counts every pass', async ({ studio, page }) => {
  const { budget } = studio;
  await studio.open();
  await expect(page.getByRole('tab', { name: 'Tiles' })).toBeHidden();
  await studio.design.preset(/^Photonic CNN, MNIST/).click();
  await studio.settled('ready');
  await page.getByRole('tab', { name: 'Tiles' }).click();
  const map = page.getByRole('group', { name: 'Tile map' });
  await expect(map).toContainText('153 tiles of 16 × 16');
  await expect(map).toContainText(
    'One image is 6,174 passes of light, in 153 settings of a chip with one tile.',
  );
  await expect(studio.figure('Chip latency')).toContainText('6,174 passes of light');
  const second = map.getByRole('slider', { name: /^Stage 2/ });
  await second.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(second).toHaveAttribute('aria-valuetext', /Inputs 1–16, outputs 17–32; 528 phases/);
  await expect(map).toContainText('Stage 2, tile 10, drawn in the mesh');
  await expect(page.getByRole('group', { name: 'Tile', exact: true })).toContainText('Tile 10 of 18');

  await map.getByRole('textbox', { name: 'Tiles on the chip' }).fill('18');
  await page.keyboard.press('Enter');
  await expect(map).toContainText('of a chip with 18 tiles');
  await expect(map.getByRole('row', { name: /^Stage 2/ })).toContainText('196');
  await budget.show('Latency');
  await expect(budget.detail('Latency')).toContainText('for one image, modelled');
});
