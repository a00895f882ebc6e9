import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test';

test('a phase set by keyboard changes the output, and undo restores it', async ({ studio, page }) => {
  await studio.open();
  const before = await studio.mesh.shares();
  await studio.mesh.canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const theta = page.getByRole('textbox', { name: 'θ, internal' });
  await expect(theta).toBeFocused();
  const value = await theta.inputValue();
  await theta.fill('0.15π');
  await theta.press('Enter');
  await expect.poll(() => studio.mesh.shares()).not.toBe(before);
  const set = await studio.mesh.shares();

  const dial = page.getByRole('slider', { name: 'Phase θ, internal' });
  await dial.focus();
  await page.keyboard.press('PageUp');
  await expect.poll(() => studio.mesh.shares()).not.toBe(set);
  // The test set is measured again at the edited phases.
  await studio.settled('ready');

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => studio.mesh.shares()).toBe(set);
  await studio.mesh.undoEdit.click();
  await expect.poll(() => studio.mesh.shares()).toBe(before);
  await expect(theta).toHaveValue(value);
});

test('dragging a disc in the drawing turns its phase', async ({ studio, page }) => {
  await studio.open();
  const before = await studio.mesh.shares();
  const disc = await findDisc(studio.mesh.canvas, page);
  await page.mouse.move(disc.x + 4, disc.y);
  await page.mouse.down();
  await page.mouse.move(disc.x, disc.y - 12, { steps: 4 });
  await page.mouse.move(disc.x - 12, disc.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => studio.mesh.shares()).not.toBe(before);
  await studio.mesh.undoEdit.click();
  await expect.poll(() => studio.mesh.shares()).toBe(before);
});

/** Moves the pointer over the drawing until its cursor says that something can be grabbed. */
async function findDisc(canvas: Locator, page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The chip is not drawn.');
  for (let y = box.y + 0.15 * box.height; y < box.y + 0.85 * box.height; y += 9) {
    for (let x = box.x + 0.2 * box.width; x < box.x + 0.4 * box.width; x += 9) {
      await page.mouse.move(x, y);
      if ((await canvas.evaluate((element) => element.style.cursor)) === 'grab') return { x, y };
    }
  }
  throw new Error('No phase disc was found.');
}
