import { expect, test } from '../test';

test('a Monte Carlo study of the vowel chip finishes, is kept, and can be cancelled', async ({
  studio,
  page,
}) => {
  const { studies } = studio;
  await studio.open();
  await studies.show('Monte Carlo');
  await expect(studies.form.getByText(/This chip is untrained/)).toBeVisible();
  await studio.player.finish();
  await expect(studies.form.getByText(/Chip at step 2,000/)).toBeVisible();

  await studies.enter('Dies', '40');
  await studies.start(/^Measure 40 dies/);
  await studies.ended();
  await expect(studies.summary).toContainText(
    /^40 dies reach [\d.]+.% on average as made, [\d.]+.% corrected/,
  );
  await expect(studies.result.getByRole('img', { name: /^40 dies reach/ })).toBeVisible();
  const spread = studies.result.getByRole('table', { name: 'Spread of the dies' });
  await expect(spread.getByRole('row', { name: /^Ideal chip/ })).toContainText('%');
  const dies = await studies.numbers();
  for (const column of [1, 2])
    expect(
      dies.reduce((sum, row) => sum + Number(row[column]), 0),
      'dies in the bars',
    ).toBe(40);

  await studies.enter('Dies', '10000');
  await studies.start(/^Measure 10,000 dies/);
  await expect(studies.progress).toBeVisible();
  await expect(studies.result.getByRole('img', { name: /dies reach/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Studies \d/ })).toBeVisible();
  await studies.cancel.click();
  await studies.ended();
  await expect(studies.result.getByText(/cancelled before its end/)).toBeVisible();
  const [, measured = ''] = /^([\d,]+) dies/.exec(await studies.summary.innerText()) ?? [];
  expect(Number(measured.replace(',', ''))).toBeLessThan(10_000);

  await page.reload();
  await studio.settled('finished');
  await studies.show('Monte Carlo');
  await studies.result.getByRole('button', { name: /Result$/ }).click();
  await expect(page.getByRole('option', { name: /dies, σ/ })).toHaveCount(2);
  await page.getByRole('option', { name: /40 dies/ }).click();
  await expect(studies.summary).toContainText(/^40 dies/);
  await studies.result.getByRole('button', { name: 'Remove this result' }).click();
  await expect(studies.summary).not.toContainText(/^40 dies/);
});

test('dies of one layer, and of what is selected', async ({ studio, page }) => {
  const { studies } = studio;
  await studio.open();
  await studies.show('Monte Carlo');
  await studies.enter('Dies', '5');
  await studies.choose('Flaws in', 'Selected interferometer');
  await studies.start(/^Measure 5 dies/);
  await expect(studies.form.getByRole('alert')).toContainText(
    'No interferometer is selected. Select one in the mesh',
  );
  await studio.mesh.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await studies.start(/^Measure 5 dies/);
  await studies.ended();
  await expect(studies.result.getByText(/flaws in Layer 1, column 1/)).toBeVisible();
  await studies.choose('Flaws in', 'Layer 3');
  await studies.start(/^Measure 5 dies/);
  await studies.ended();
  await expect(studies.result.getByText(/flaws in Layer 3 ·/)).toBeVisible();
});

test('the yield falls with the size of a flaw', async ({ studio }) => {
  const { studies } = studio;
  await studio.open();
  await studio.player.finish();
  await studies.show('Yield');
  await studies.enter('To', '1');
  await expect(studies.form.getByText(/cannot|not possible|at most|is too/i)).toBeVisible();
  await studies.enter('To', '0.3');
  await studies.enter('Sizes', '4');
  await studies.enter('Dies of each', '10');
  await studies.start(/^Measure the yield/);
  await studies.ended();
  await expect(studies.summary).toContainText(/with splitter error .* 9 of 10 dies reach/i);
  const sizes = await studies.numbers();
  expect(sizes.map(([size]) => size)).toEqual(['0', '0.1', '0.2', '0.3']);
  const [best, , , least] = sizes.map(([, share]) => Number.parseFloat(share ?? ''));
  expect(best).toBe(100);
  expect(least).toBeLessThan(50);
});

test('a map shows which interferometers must be right', async ({ studio, page }) => {
  const { studies } = studio;
  await studio.open();
  await studio.player.finish();
  await studies.show('Sensitivity');
  await studies.start(/^Measure the sensitivity/);
  await studies.ended();
  const [, where = ''] = / costs most at (.*):/.exec(await studies.summary.innerText()) ?? [];
  const map = page.getByRole('application', { name: /^Sensitivity map/ });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(studies.result.getByText(/^Layer 1, column 1, waveguides 1–2: [+−]/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Interferometer' })).toContainText('Layer 1, column 1');
  const ranked = await studies.numbers();
  expect(ranked[0]?.[0]).toBe(where);
  expect(ranked).toHaveLength(40);
});

test('training methods are compared by passes of light', async ({ studio }) => {
  const { studies } = studio;
  await studio.open();
  await studies.show('Methods');
  await studies.enter('Chip forward passes of each', '50');
  await studies.start(/^Train 2 times/);
  await expect(studies.form.getByRole('alert')).toContainText(/less than one step .* Allow at least/);
  await studies.enter('Chip forward passes of each', '20000');
  await studies.start(/^Train 2 times/);
  await studies.ended();
  await expect(studies.summary).toContainText(/Backpropagation: [\d.]+.% after/);
  await expect(studies.summary).toContainText(/SPSA: [\d.]+.% after/);
  const points = await studies.numbers();
  const passesOf = (name: string): readonly number[] =>
    points.filter(([method]) => method === name).map(([, passes]) => Number(passes?.replace(',', '')));
  for (const name of ['Backpropagation', 'SPSA']) {
    const passes = passesOf(name);
    expect(passes[0]).toBe(0);
    expect(passes.at(-1)).toBeGreaterThan(19_000);
    expect(passes.at(-1)).toBeLessThanOrEqual(20_000);
  }
});

test('a published law is reproduced against its target, and a paper opens as an experiment', async ({
  studio,
  page,
}) => {
  const { studies } = studio;
  await studio.open();
  await studies.show('Published results');
  const haar = studies.paper(/^Haar-random meshes/);
  await expect(haar).toContainText('Optica 8, 1247 (2021)');
  await haar.getByRole('button', { name: /^Reproduce/ }).click();
  await expect(studies.progress).toBeVisible();
  await studies.ended();
  await expect(haar.getByText(/^8 of 8 reached/)).toBeVisible();
  const figures = haar.getByRole('table', { name: 'Target and obtained figures' });
  await expect(figures.getByRole('row', { name: /^64 modes.*law/ })).toContainText(/within ±10.*%reached/);

  await studies
    .paper(/^FICONN/)
    .getByRole('button', { name: /^Open as experiment/ })
    .click();
  await expect(studio.experimentName).toHaveValue('FICONN vowels, trained in situ');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(studio.experimentName).toHaveValue('Vowels on a 6-mode chip');
});
