import { expect, test } from '../test';

/** A one: a slightly slanted stroke. A zero: a ring. In the pad's unit square. */
const ONE = [
  [0.54, 0.2],
  [0.46, 0.8],
] as const;
const ZERO = Array.from({ length: 25 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 24;
  return [0.5 + 0.18 * Math.cos(angle), 0.5 + 0.3 * Math.sin(angle)] as const;
});

test('a chip learns real digits and reads drawn ones', async ({ studio }) => {
  await studio.open();
  await studio.design.preset(/^MNIST/).click();
  await studio.design.enter('Epochs', '3');
  await studio.settled('ready');
  await expect(studio.figure('Accuracy')).toContainText('10,000 real test samples, before training');
  expect(await studio.accuracy()).toBeLessThan(40);
  await studio.mesh.isLit();

  await studio.player.finish();
  await expect(studio.figure('Accuracy')).toContainText('10,000 real test samples, now');
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(85);

  await studio.predict.show();
  const before = await studio.predict.bars.innerText();
  await studio.predict.draw(ONE);
  await expect(studio.page.getByText(/Your own sample: answered/)).toBeVisible();
  await expect(studio.page.getByText('Your own sample: answered 1.')).toBeVisible();
  const one = await studio.predict.bars.innerText();
  expect(one).not.toBe(before);

  await studio.page.getByRole('button', { name: 'Clear the drawing' }).click();
  await expect(studio.page.getByText(/from the data set: answered/)).toBeVisible();
  await studio.predict.draw(ZERO);
  await expect(studio.page.getByText('Your own sample: answered 0.')).toBeVisible();
});

test('a picked vowel is answered at once', async ({ studio }) => {
  await studio.open();
  await studio.player.finish();
  await studio.predict.show();
  await studio.predict.vowel.focus();
  await studio.page.keyboard.press('ArrowLeft');
  await expect(studio.page.getByText(/Your own sample: answered/)).toBeVisible();
  const before = await studio.predict.bars.innerText();
  for (let i = 0; i < 12; i++) await studio.page.keyboard.press('ArrowUp');
  await expect.poll(() => studio.predict.bars.innerText()).not.toBe(before);
});
