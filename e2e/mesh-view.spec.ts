import { expect, test } from './test';
import { linkTo } from './pages/links';

test('probes read power and phase, follow an edited phase, and go away again', async ({ studio, page }) => {
  await studio.open();
  await studio.mesh.select('ArrowRight');
  await page.keyboard.press('p');
  await page.getByRole('button', { name: 'Probe on lower, out' }).click();
  await expect(studio.mesh.probes).toHaveCount(2);
  const before = await studio.mesh.probes.first().innerText();
  await expect.poll(() => studio.mesh.summary()).toContain('Probe 1 on Layer 1');
  await studio.mesh.typePhase('θ, internal', '0.1π');
  await expect.poll(() => studio.mesh.probes.first().innerText()).not.toBe(before);
  await page.getByRole('button', { name: 'Remove probe 1' }).click();
  await expect(studio.mesh.probes).toHaveCount(1);
  await studio.commands.run('take all probes away');
  await expect(studio.mesh.probes).toHaveCount(0);
});

test('hovering a waveguide tells its power, share and phase; Alt-click pins a probe', async ({
  studio,
  page,
}) => {
  await studio.open();
  const box = await studio.mesh.box();
  const place = { x: box.x + 0.4 * box.width, y: box.y + 0.5 * box.height };
  await page.mouse.move(place.x, place.y);
  await expect(page.getByText('Share of the input')).toBeVisible();
  await page.keyboard.down('Alt');
  await page.mouse.click(place.x, place.y);
  await page.keyboard.up('Alt');
  await expect(studio.mesh.probes).toHaveCount(1);
});

test('phases are typed in many ways, refused with a reason, and undone and redone among design edits', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.mesh.select();
  const theta = studio.mesh.phase('θ, internal');
  const first = await theta.inputValue();
  for (const [typed, shown] of [
    ['pi/4', '0.25π'],
    ['90deg', '0.5π'],
    ['-0.5π', '1.5π'],
    ['3.14159265', '1π'],
  ] as const) {
    await studio.mesh.typePhase('θ, internal', typed);
    await expect(theta).toHaveValue(shown);
  }
  for (const wrong of ['two', '1/0', '0.25ππ']) {
    await studio.mesh.typePhase('θ, internal', wrong);
    await expect(page.getByText(`“${wrong}” is not an angle.`)).toBeVisible();
  }
  await theta.press('Escape');
  await expect(theta).toHaveValue('1π');
  await theta.press('ArrowUp');
  await expect(theta).toHaveValue('1.01π');
  await theta.press('Shift+ArrowDown');
  await expect(theta).toHaveValue('0.91π');

  await studio.experimentName.fill('Another name');
  await studio.experimentName.press('Enter');
  await studio.mesh.canvas.focus();
  const { undo, redo } = { undo: 'ControlOrMeta+z', redo: 'ControlOrMeta+Shift+z' };
  await page.keyboard.press(undo);
  await expect(studio.experimentName).not.toHaveValue('Another name');
  await expect(theta).toHaveValue('0.91π');
  for (const value of ['1.01π', '1π', '1.5π', '0.5π', '0.25π', first]) {
    await page.keyboard.press(undo);
    await expect(theta).toHaveValue(value);
  }
  for (const value of ['0.25π', '0.5π']) {
    await page.keyboard.press(redo);
    await expect(theta).toHaveValue(value);
  }
});

test('the mesh stands in a table, and choosing a row chooses its interferometer', async ({
  studio,
  page,
}) => {
  await studio.open();
  await page.keyboard.press('d');
  const table = page.getByRole('table', { name: 'Interferometers' });
  await expect(table).toBeFocused();
  await expect(table).toHaveAttribute('aria-rowcount', '46');
  await expect(table.getByRole('row').nth(1)).toContainText('column 1, waveguides 1–2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(table.getByRole('row', { selected: true })).toContainText('Layer 3');
  await expect(studio.mesh.phase('θ, internal')).toBeVisible();
  await page.keyboard.press('d');
  await expect(table).toBeHidden();
});

test('saliency rings what decides the answer, for any class, and is reset', async ({ studio, page }) => {
  await studio.open();
  await page.keyboard.press('i');
  const legend = page.getByRole('region', { name: 'Saliency' });
  await expect(legend).toContainText('per rad');
  await expect.poll(() => studio.mesh.summary()).toContain('Most of the answer hangs on Layer');
  const first = await legend.innerText();
  await legend.getByRole('button', { name: /^The answer/ }).click();
  await page.getByRole('option', { name: 'uw' }).click();
  await expect.poll(() => legend.innerText()).not.toBe(first);
  await expect(legend).toContainText('logit of uw');
  await legend.getByRole('button', { name: 'Reset' }).click();
  await expect(legend).toBeHidden();
});

test('the matrix tab shows U, its entries by key, and its fidelity to what it is compared with', async ({
  studio,
  page,
}) => {
  await studio.open();
  await page.keyboard.press('u');
  const fidelity = page
    .getByRole('tabpanel', { name: 'Matrix' })
    .getByRole('definition')
    .filter({ hasText: /^[\d.]+$/ });
  await expect(fidelity).toHaveText('1');
  const matrix = page.getByRole('application', { name: /^U, 6 × 6/ });
  await matrix.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/∠/).first()).toBeVisible();
  await studio.mesh.select();
  await studio.mesh.typePhase('θ, internal', '0.1π');
  await expect(fidelity).toHaveText(/^0\.\d+$/);
  await page.getByRole('button', { name: 'Save as it is now' }).click();
  await expect(fidelity).toHaveText('1');
  await studio.mesh.typePhase('θ, internal', '0.6π');
  await expect(fidelity).toHaveText(/^0\.\d+$/);
});

test('a chip of 256 modes opens in cells of heat, with a map once it is enlarged', async ({
  studio,
  page,
}) => {
  await studio.open(linkTo(wide));
  await expect.poll(async () => (await studio.mesh.paint()).painted).toBeGreaterThan(0.1);
  expect(await studio.mesh.summary()).toContain('A chip of 256 waveguides');
  await expect(studio.mesh.map).toBeHidden();
  for (let i = 0; i < 4; i++) await page.keyboard.press('=');
  await expect(studio.mesh.map).toBeVisible();
  const before = await studio.mesh.map.getAttribute('aria-valuetext');
  await studio.mesh.map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(studio.mesh.map).not.toHaveAttribute('aria-valuetext', before ?? '');
  const box = await studio.mesh.map.boundingBox();
  if (box === null) throw new Error('There is no map.');
  await page.mouse.click(box.x + 0.9 * box.width, box.y + 0.9 * box.height);
  await expect(studio.mesh.map).toHaveAttribute('aria-valuetext', /^[789]\d.% across/);
  await page.keyboard.press('f');
  await expect(studio.mesh.map).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'true');

  await studio.mesh.select();
  await studio.mesh.typePhase('θ, internal', '0.1π');
  // What was said of it stays for screen readers.
  await expect(page.locator('.mesh-notes .stale')).toBeHidden();
  const frames = await page.evaluate(() => performance.getEntriesByName('mesh-frame').length);
  expect(frames).toBeGreaterThan(0);
});

/** One mesh of 256 modes on digits the studio draws itself. */
const wide = {
  format: 'photonic-experiment',
  version: 1,
  name: '256 modes',
  seed: 7,
  task: { dataset: 'mnist', source: 'generated', classes: [] },
  modes: 256,
  encoder: { kind: 'fourier', scale: 2 },
  layers: [{ form: 'u', mesh: 'rectangular', gain: 1, nonlinearity: { kind: 'none' } }],
  readout: { normalise: true, scale: 6, loss: 'cross-entropy' },
  training: {
    optimiser: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learningRate: 0.03,
    schedule: 'cosine',
    batchSize: 64,
    epochs: 1,
  },
  hardware: { preset: 'ideal', splitterError: 0, phaseError: 0, insertionLoss: 0, die: 1 },
};
