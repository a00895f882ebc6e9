import { expect, test } from './test';

test('tab reaches the name, the design, the chip and the player, in this order', async ({ studio, page }) => {
  await studio.open();
  const order: string[] = [];
  for (let i = 0; i < 130 && !order.includes('Train'); i++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(nameOfFocus));
  }
  const at = (pattern: RegExp): number => order.findIndex((name) => pattern.test(name));
  const stops = [
    /^Name of the experiment/,
    /^Share/,
    /^Vowels on a 6-mode chip/,
    /^Modes N/,
    /^Chip\. Arrow keys/,
    /^Train$/,
  ];
  const places = stops.map(at);
  expect(places, order.join(' | ')).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  await page.keyboard.press('Enter');
  await studio.settled('finished');
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
});

test('keys train, step and reset; the sheet of commands opens, finds, runs and closes', async ({
  studio,
  page,
}) => {
  await studio.open();
  await page.keyboard.press('.');
  await studio.settled('paused');
  await page.keyboard.press('r');
  await studio.settled('ready');
  await page.keyboard.press('Space');
  await studio.settled('finished');

  await page.keyboard.press('Shift+?');
  await expect(studio.commands.shortcuts).toContainText('Single step');
  await page.keyboard.press('Escape');
  await expect(studio.commands.shortcuts).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(studio.commands.search).toBeFocused();
  await expect(studio.commands.item(/^Single step/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(studio.commands.sheet).toBeHidden();

  const before = await studio.mesh.sample.innerText();
  await studio.commands.run('next sample');
  await expect.poll(() => studio.mesh.sample.innerText()).not.toBe(before);

  await page.keyboard.press('ControlOrMeta+k');
  await studio.commands.search.fill('no such thing');
  await expect(studio.commands.sheet).toContainText('No command is called that.');
  await page.keyboard.press('Escape');
});

test('what is turned or ticked keeps its own keys and leaves letters to the page; text keeps all', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.mesh.canvas.focus();
  await page.keyboard.press('ArrowRight');
  const dial = page.getByRole('slider', { name: /θ/ });
  await dial.focus();
  const before = (await dial.getAttribute('aria-valuetext')) ?? '';
  await page.keyboard.press('ArrowUp');
  await expect(dial).not.toHaveAttribute('aria-valuetext', before);
  await page.keyboard.press('.');
  await expect(studio.player.region).toContainText('step 1 of');
  await studio.settled('paused');
  await page.getByRole('radio', { checked: true }).first().focus();
  await page.keyboard.press('.');
  await expect(studio.player.region).toContainText('step 2 of');
  await studio.settled('paused');
  await studio.experimentName.focus();
  await page.keyboard.press('.');
  await expect(studio.experimentName).toHaveValue(/\./);
  await page.keyboard.press('Escape');
  await studio.player.step.click();
  await expect(studio.player.region).toContainText('step 3 of');
  await studio.settled('paused');
});

test('panes are resized and put away by keys, and stay so', async ({ studio, page }) => {
  await studio.open();
  const border = page.getByRole('separator', { name: 'Width of the design' });
  const design = page.getByRole('complementary', { name: 'Design' });
  const before = (await design.boundingBox())?.width ?? 0;
  await border.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await design.boundingBox())?.width).toBeGreaterThan(before + 5);
  const wider = (await design.boundingBox())?.width ?? 0;
  await studio.mesh.canvas.focus();
  await page.keyboard.press(']');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();

  await page.reload();
  await studio.settled('ready');
  await expect.poll(async () => Math.abs(((await design.boundingBox())?.width ?? 0) - wider)).toBeLessThan(2);
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
  await studio.commands.run('show the details');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
});

test('every change of the design can be undone and redone by keys', async ({ studio, page }) => {
  await studio.open();
  await studio.design.enter('Modes N', '8');
  await studio.settled('ready');
  await expect.poll(() => studio.mesh.summary()).toContain('8 waveguides');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => studio.mesh.summary()).toContain('6 waveguides');
  await expect(studio.design.field('Modes N')).toHaveValue('6');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => studio.mesh.summary()).toContain('8 waveguides');
  await studio.settled('ready');
});

/** What a screen reader would call the focused element, roughly; runs in the page. */
function nameOfFocus(): string {
  const element = document.activeElement;
  if (element === null) return '';
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return (element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? '').trim();
}
