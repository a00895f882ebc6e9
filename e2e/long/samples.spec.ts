import { Samples } from '../pages/samples';
import { expect, test } from '../test';

test('samples are found by what the chip says about them', async ({ studio, page }) => {
  await studio.open();
  await studio.player.finish();
  const samples = new Samples(page);
  await page.keyboard.press('b');
  await expect(samples.list).toBeVisible();
  await studio.settled('finished');
  const all = await samples.found();
  expect(all).toBeGreaterThan(200);

  await samples.choose('Answered', 'Wrong');
  await expect.poll(() => samples.found()).toBeLessThan(all / 2);
  const wrong = await samples.found();
  // The chip's own figure says the same.
  const accuracy = await studio.accuracy();
  expect(100 * (1 - wrong / all)).toBeCloseTo(accuracy, 0);
  await samples.choose('Answered', 'Right');
  await expect.poll(() => samples.found()).toBe(all - wrong);

  await samples.choose('Sort by', 'Least confident');
  const confidenceOf = async (place: number): Promise<number> => {
    const text = (await samples.options.nth(place).getAttribute('aria-label')) ?? '';
    return Number(/with ([\d.]+)/.exec(text)?.[1]);
  };
  expect(await confidenceOf(0)).toBeLessThanOrEqual(await confidenceOf(4));

  // Keys move, Enter shows on the chip.
  await samples.list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(samples.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('group', { name: 'Sample', exact: true })).toContainText('answered right');

  // What cannot be is refused, and nothing found offers a way back.
  await samples.enter('Number', '99999');
  await expect(page.getByText(/^There are samples 1 to/)).toBeVisible();
  await page.keyboard.press('Escape');
  await samples.enter('Sure to, %', '3');
  await expect(page.getByText('No sample is like this.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all samples' }).click();
  await expect.poll(() => samples.found()).toBe(all);
});

test('sixty thousand images are scrolled, filtered and shown', async ({ studio, page }) => {
  await studio.open();
  await studio.design.preset(/^MNIST/).click();
  await studio.settled('ready');
  const samples = new Samples(page);
  await samples.show();
  await studio.settled('ready');
  await samples.choose('Split', 'Training');
  await studio.settled('ready');
  await expect.poll(() => samples.found()).toBe(60_000);
  // Only what is in sight is on the page.
  expect(await samples.options.count()).toBeLessThan(600);
  await samples.list.focus();
  await page.keyboard.press('End');
  await expect(samples.options.last()).toHaveAttribute('aria-posinset', '60000');
  await expect(samples.options.last()).toHaveAttribute('aria-label', /^Sample 60,000: \d/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Training sample 60,000 of 60,000, real')).toBeVisible();
  await samples.choose('Class', '7');
  await expect.poll(() => samples.found()).toBe(6265);
  await expect(samples.options.first()).toHaveAttribute('aria-label', /: 7, answered/);
});
