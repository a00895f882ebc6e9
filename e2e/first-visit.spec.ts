import { expect, test } from './test';

test.describe('unhurried', () => {
  test.use({ pace: 'auto' });

  test('a first visit trains a chip on real vowels', async ({ studio }) => {
    await studio.open();

    await expect(studio.figure('Accuracy')).toContainText('measured');
    await expect(studio.figure('Accuracy')).toContainText('294 real test samples, before training');
    await expect(studio.figure('Chip latency')).toContainText(/410\s*ps/);
    await expect(studio.figure('Chip latency')).toContainText('modelled');
    await expect(studio.figure('Simulator')).toContainText('not measured yet');
    expect(await studio.mesh.summary()).toContain('6 waveguides, 3 layers and 45 interferometers');
    await studio.mesh.isLit();
    expect(await studio.accuracy()).toBeLessThan(60);

    await studio.player.finish();

    await expect(studio.figure('Accuracy')).toContainText('294 real test samples, now');
    await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
    await expect(studio.figure('Simulator')).toContainText(/\/s(measured|slowed to watch)/);
    await expect(studio.player.progress).toHaveAttribute('aria-valuenow', '100');
  });
});

test('charts, confusion matrix and latency tell what was learnt', async ({ studio }) => {
  await studio.open();
  await studio.player.finish();

  await expect(studio.charts.chart('Loss over optimiser steps')).toBeVisible();
  const curve = await studio.charts.curve();
  expect(curve.at(-1)).toMatch(/^2,000 /);
  expect(lossOf(curve.at(-1))).toBeLessThan(lossOf(curve[0]) / 2);

  await studio.charts.show('Accuracy');
  await expect(studio.charts.chart('Accuracy over optimiser steps')).toBeVisible();
  expect(await studio.charts.curve('Accuracy over optimiser steps')).toHaveLength(curve.length);

  await studio.charts.show('Confusion');
  await expect(studio.charts.confusion).toBeVisible();
  const counts = await studio.charts.confusionCounts();
  expect(counts).toHaveLength(36);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(294);
  const right = counts.reduce((sum, count, cell) => (cell % 7 === 0 ? sum + count : sum), 0);
  expect((100 * right) / 294).toBeCloseTo(await studio.accuracy(), 0);

  await studio.charts.show('Budget');
  await expect(studio.charts.latency).toContainText(/410\s*ps through the chip, modelled/);
  await expect(studio.charts.latency).toContainText('It says nothing about the chip’s speed.');
});

function lossOf(row: string | undefined): number {
  return Number(row?.split(' ')[1]);
}
