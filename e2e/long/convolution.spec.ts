import { expect, test } from '../test';

/** A one: a slightly slanted stroke, in the pad's unit square. */
const ONE = [
  [0.54, 0.2],
  [0.46, 0.8],
] as const;

test('a convolutional network opens, shows its stages and tiles, learns and answers', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.design.preset(/^Photonic CNN, MNIST/).click();
  await studio.settled('ready');
  await expect(studio.figure('Accuracy')).toContainText('10,000 real test samples, before training');
  await expect(studio.figure('Chip latency')).toContainText('passes of light');
  expect(await studio.mesh.summary()).toContain(
    'Tile 1 of stage 1 of a convolutional network: 16 waveguides',
  );
  await studio.mesh.isLit();

  await studio.mesh.stages.getByRole('button', { name: /^Stage 2/ }).click();
  await expect(studio.mesh.tile).toContainText('Tile 1 of 18');
  await studio.mesh.tile.getByRole('button', { name: 'Next tile' }).click();
  await expect(studio.mesh.tile).toContainText('Inputs 17–32, outputs 1–16 of a matrix of 32 × 144');
  await studio.settled('ready');
  await studio.mesh.isLit();

  const before = await studio.mesh.shares();
  await studio.player.step.click();
  await studio.settled('paused');
  await expect.poll(() => studio.charts.curve()).toHaveLength(1);
  await expect.poll(() => studio.mesh.shares()).not.toBe(before);

  await studio.predict.show();
  await studio.predict.draw(ONE);
  await expect(page.getByText(/Your own sample: answered \d\./)).toBeVisible();
  await studio.settled('paused');
});

test('stages are edited on cards, and what does not fit is refused by name', async ({ studio }) => {
  await studio.open();
  await studio.design.preset(/^Photonic CNN, MNIST/).click();
  await studio.settled('ready');
  await studio.design.card('Stage 1').enter('Channels', '8');
  await expect(studio.design.card('Stage 1').region).toContainText('14 × 14 × 8 out');
  await studio.design.card('Stage 3').choose('Pool', /^Mean/);
  await expect(studio.design.card('Stage 3').region).toContainText('3 × 3 × 32 out');
  await studio.settled('ready');

  await studio.design.card('Stage 2').enter('Channels', '0');
  await expect(studio.design.card('Stage 2').field('Channels')).toHaveAttribute('aria-invalid', 'true');
  await studio.design.card('Stage 2').field('Channels').press('Escape');

  await studio.design.form.getByRole('button', { name: 'Add a stage' }).click();
  await studio.design.card('Stage 4').choose('Pool', /^Max/);
  await studio.design.form.getByRole('button', { name: 'Add a stage' }).click();
  await studio.design.card('Stage 5').choose('Pool', /^Max/);
  await expect(studio.messages.notice(/too small for windows of 2 × 2/)).toBeVisible();
  await studio.settled('ready');

  await studio.design.form.getByText('Layers', { exact: true }).first().click();
  await studio.settled('ready');
  expect(await studio.mesh.summary()).toContain('A chip of 64 waveguides');
});
