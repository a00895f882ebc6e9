import type { Page } from '@playwright/test';
import { expect, test } from '../test';

test('a Fourier transform on four waveguides is set exactly, and can be taken back', async ({ studio }) => {
  await studio.open();
  for (const name of [/^ah,/, /^uw,/, /^f1_80$/, /^f2_80$/])
    await studio.design.form.getByRole('button', { name }).click();
  await studio.design.enter('Modes N', '4');
  await studio.settled('ready');
  const before = await studio.mesh.shares();
  await studio.commands.run('program a matrix');
  await expect(studio.program.picture('On this chip')).toBeVisible();
  await studio.settled('ready');
  expect(await studio.program.fact('Set')).toBe('the matrix itself');
  for (const name of ['Residual, computed', 'Residual, this chip'])
    expect(await studio.program.fact(name)).toMatch(/^(0|\d\.\d × 10⁻¹[⁴⁵⁶⁷])$/);

  await studio.program.set.click();
  await expect(studio.program.set).toHaveText('On the chip');
  await expect.poll(() => studio.mesh.shares()).not.toBe(before);
  await studio.settled('ready');
  await studio.program.panel.getByRole('button', { name: 'Undo phase edit' }).click();
  await expect.poll(() => studio.mesh.shares()).toBe(before);
});

test('known errors are used, corrected locally and measured away', async ({ studio, page }) => {
  await studio.open();
  for (const layer of [1, 2, 3]) await studio.design.card(`Layer ${layer}`).choose('Mesh', /^Triangular/);
  await studio.design.unfold('Fabrication');
  await studio.design.turn('Splitter error');
  await studio.settled('ready');
  await studio.program.show();
  await studio.settled('ready');
  const small = /× 10⁻¹[⁴⁵⁶⁷]|^0$/;
  await expect.poll(() => studio.program.fact('Residual, this chip')).toMatch(small);

  const known = page.getByRole('switch', { name: 'Use the die’s known errors' });
  await page.locator('label.switch').filter({ has: known }).click();
  await expect.poll(() => studio.program.fact('Residual, this chip')).toMatch(/^0\.\d+$/);
  await studio.program.set.click();
  await studio.settled('ready');

  await studio.program.unfold('Correct errors');
  await studio.program.panel.getByRole('button', { name: 'Correct the present phases' }).click();
  const corrected = studio.program.panel.locator('dl[aria-label="Correction"]');
  await expect(corrected).toContainText(/Off before0\.\d+/);
  await expect(corrected).toContainText(/Off after\d\.\d × 10⁻¹[⁴⁵⁶⁷]/);

  await studio.program.unfold('Self-configure');
  await studio.program.panel.getByRole('button', { name: 'Configure from readings' }).click();
  const configured = studio.program.panel.locator('dl[aria-label="Self-configuration"]');
  await expect(configured).toContainText(/Power readings153/);
  await expect(configured).toContainText(/Residual\d\.\d × 10⁻/);
  await studio.settled('ready');
});

const BAD = [
  { text: '1, 0\n0', says: /row 2 has 1 entries where the first has 2/ },
  { text: '1, NaN\n0, 1', says: /row 1, column 2.*not a complex number/ },
  { text: '1, 0, 0\n0, 1, 0', says: /2 rows and 3 columns/ },
  { text: '0, 0\n0, 0', says: /All entries are zero/ },
  {
    text: Array.from({ length: 7 }, () => '1,0,0,0,0,0,0').join('\n'),
    says: /6 waveguides, and this matrix needs 7/,
  },
] as const;

test('a matrix that cannot be set is refused beside its text, and nothing is lost', async ({ studio }) => {
  await studio.open();
  const before = await studio.mesh.shares();
  await studio.program.show();
  await studio.program.choose('Matrix', /^Your own/);
  for (const { text, says } of BAD) {
    await studio.program.text.fill(text);
    await expect(studio.program.panel.getByText(says)).toBeVisible();
    await expect(studio.program.text).toHaveValue(text);
    await expect(studio.program.text).toHaveAttribute('aria-invalid', 'true');
  }
  expect(await studio.mesh.shares()).toBe(before);
  await studio.program.choose('Matrix', /^Identity/);
  await studio.settled('ready');
  await studio.program.choose('Matrix', /^Your own/);
  await expect(studio.program.text).toHaveValue(BAD[4].text);

  await studio.program.text.fill('0.6, 0.8i\n0.8i, 0.6');
  await expect.poll(() => studio.program.fact('Set')).toBe('the matrix itself');
  await studio.program.text.fill('1, 2\n3, 4');
  await expect.poll(() => studio.program.fact('Set')).toBe('the nearest unitary');
});

test('a dropped file is a matrix here, and a data set elsewhere', async ({ studio, page }) => {
  await studio.open();
  await studio.program.show();
  await studio.program.choose('Matrix', /^Your own/);
  await drop(page, '[data-drop="matrix"]', 'swap.csv', '0,1\n1,0\n');
  await expect(studio.program.panel.getByText('swap.csv')).toBeVisible();
  await expect.poll(() => studio.program.fact('Set')).toBe('the matrix itself');
  await studio.settled('ready');
  await expect(studio.figure('Accuracy')).toContainText('294 real test samples');

  await drop(page, '[data-drop="matrix"]', 'holiday.npy', 'not an array');
  await expect(studio.program.panel.getByText(/holiday\.npy is not a readable/)).toBeVisible();
  await expect(studio.program.panel.getByText('swap.csv')).toBeVisible();
});

test('phases are exported in the conventions of other packages', async ({ studio, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.open();
  await studio.program.show();
  await studio.program.unfold('Export');
  await studio.program.choose('Convention', /^Clements/);
  await studio.program.panel.getByRole('button', { name: 'Copy' }).click();
  await expect(studio.messages.notice(/Phases copied/)).toBeVisible();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  expect(csv.split('\n')[0]).toBe('mesh,part,column,waveguide,other_waveguide,theta,phi');
  // 15 interferometers, 6 output phases, a header and the end of the last line.
  expect(csv.split('\n')).toHaveLength(23);

  await studio.program.choose('Convention', /^neurophox, Bloch/);
  await studio.program.panel.getByText('JSON', { exact: true }).click();
  const download = page.waitForEvent('download');
  await studio.program.panel.getByRole('button', { name: 'Save file' }).click();
  expect((await download).suggestedFilename()).toBe('phases-neurophox-bloch.json');
});

/** Drops a text file on a part of the page. */
async function drop(page: Page, place: string, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    { name, text },
  );
  await page.dispatchEvent(place, 'drop', { dataTransfer: transfer });
}
