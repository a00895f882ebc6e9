import { expect, test } from './test';

test('interrupted or not, the same seed gives the same curve', async ({ studio }) => {
  await studio.open();
  await studio.design.enter('Epochs', '100');
  await studio.settled('ready');

  await studio.player.step.click();
  await studio.settled('paused');
  await studio.player.step.click();
  await expect.poll(() => studio.charts.curve()).toHaveLength(2);
  await studio.settled('paused');
  await studio.player.finish();
  const interrupted = await studio.charts.curve();
  const accuracy = await studio.accuracy();
  expect(interrupted.at(-1)).toMatch(/^500 /);

  await studio.player.resetRun();
  expect(await studio.charts.curve()).toEqual([]);
  await expect(studio.figure('Accuracy')).toContainText('before training');
  await studio.player.finish();
  expect(await studio.charts.curve()).toEqual(interrupted);
  expect(await studio.accuracy()).toBe(accuracy);

  await studio.design.enter('Seed', '8');
  await studio.settled('ready');
  await studio.player.finish();
  expect(await studio.charts.curve()).not.toEqual(interrupted);
});

test('a run pauses where it is, goes on from there, and can be reset while it runs', async ({ studio }) => {
  await studio.open();
  // Long enough that no machine is through before its user pauses.
  await studio.design.enter('Modes N', '48');
  await studio.design.enter('Epochs', '5000');
  await studio.settled('ready');

  await studio.player.train.click();
  await studio.reaches('running');
  await expect(studio.player.region).toContainText('left');
  await studio.player.pauseRun();
  const paused = await studio.charts.curve();
  const last = stepOf(paused.at(-1));
  expect(last).toBeGreaterThan(0);
  expect(last).toBeLessThan(25_000);

  await studio.player.step.click();
  await expect.poll(async () => stepOf((await studio.charts.curve()).at(-1))).toBe(last + 1);
  await studio.settled('paused');

  await studio.player.train.click();
  await studio.reaches('running');
  await expect.poll(async () => stepOf((await studio.charts.curve()).at(-1))).toBeGreaterThan(last + 1);
  await studio.player.resetRun();
  expect(await studio.charts.curve()).toEqual([]);
  await expect(studio.player.region).toContainText('step 0 of 25,000');
});

function stepOf(row: string | undefined): number {
  return Number(row?.split(' ')[0]?.replaceAll(',', ''));
}
