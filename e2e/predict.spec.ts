import type { Page } from '@playwright/test';
import { expect, test } from './test';

/** A one in dark ink on white paper, drawn by the browser. */
function paperDigit(page: Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 300;
    canvas.height = 200;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no canvas.');
    context.fillStyle = '#f4f2ea';
    context.fillRect(0, 0, 300, 200);
    context.strokeStyle = '#222';
    context.lineWidth = 14;
    context.lineCap = 'round';
    context.moveTo(160, 40);
    context.lineTo(150, 160);
    context.stroke();
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
}

test('a digit is drawn with keys, begun from a sample, and taken back', async ({ studio, page }) => {
  await studio.open();
  await studio.design.preset(/^MNIST/).click();
  await studio.settled('ready');
  await studio.predict.show();
  const own = page.getByText(/^Your own sample: answered/);
  const undo = page.getByRole('button', { name: 'Undo the last stroke' });
  await expect(undo).toBeDisabled();

  await studio.predict.pad.focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  for (let i = 0; i < 16; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(own).toBeVisible();
  // Space belonged to the pen: the run has not begun.
  await studio.settled('ready');
  await page.keyboard.press('Backspace');
  await expect(page.getByText(/from the data set: answered/)).toBeVisible();

  await page.getByRole('button', { name: 'Draw over the shown sample' }).click();
  await expect(own).toBeVisible();
  const before = await studio.predict.bars.innerText();
  await page.getByText('Eraser', { exact: true }).click();
  await studio.predict.draw([
    [0.2, 0.35],
    [0.8, 0.35],
  ]);
  await expect.poll(() => studio.predict.bars.innerText()).not.toBe(before);
  await undo.click();
  await expect.poll(() => studio.predict.bars.innerText()).toBe(before);

  // What the answer hangs on is shown beside what the chip gets.
  await page.keyboard.press('h');
  await expect(page.getByRole('img', { name: 'Influence of each pixel on the answer' })).toBeVisible();
  await expect(page.getByText(/^Amber: brighter there speaks for/)).toBeVisible();
});

test('an image is chosen, dropped or pasted, and converted on the device', async ({ studio, page }) => {
  await studio.open();
  await studio.design.preset(/^MNIST/).click();
  await studio.settled('ready');
  await studio.predict.show();
  const png = await paperDigit(page);
  const choose = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose an image to classify' }).click();
    await (await choosing).setFiles({ name, mimeType, buffer });
  };
  await choose('notes.png', 'image/png', Buffer.from('not an image'));
  await expect(page.getByText(/^notes.png is not an image/)).toBeVisible();
  await choose('one.png', 'image/png', Buffer.from(png, 'base64'));
  await expect(page.getByText(/^Inverted: the data set has bright shapes/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'As the network sees it', exact: true })).toBeVisible();
  await expect(page.getByText(/^Your own sample: answered/)).toBeVisible();
  await page.getByRole('radio', { name: 'Off' }).click({ force: true });
  await expect(page.getByText(/^There is nothing in the image/)).toBeVisible();

  await page.getByRole('radio', { name: 'Auto' }).click({ force: true });
  const back = page.getByRole('button', { name: 'Back to the data set' });
  await back.click();
  await expect(page.getByText(/from the data set: answered/)).toBeVisible();
  for (const kind of ['drop', 'paste'] as const) {
    await page.evaluate(
      ([data, kind]) => {
        const raw = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([raw], 'one.png', { type: 'image/png' }));
        const target = document.querySelector('[data-drop="sample"]');
        target?.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files })
            : new ClipboardEvent('paste', { bubbles: true, clipboardData: files }),
        );
      },
      [png, kind] as const,
    );
    await expect(page.getByText(/^Your own sample: answered/)).toBeVisible();
    await back.click();
    await expect(page.getByText(/from the data set: answered/)).toBeVisible();
  }
});

test('a picture for colour images is cut and averaged', { tag: '@long' }, async ({ studio, page }) => {
  await studio.open();
  await studio.design.choose('Data set', 'CIFAR-10');
  await studio.settled('ready');
  await studio.predict.show();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose an image to classify' }).click();
  const buffer = Buffer.from(await paperDigit(page), 'base64');
  await (await choosing).setFiles({ name: 'one.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('32 × 32 pixels')).toBeVisible();
  await expect(page.getByText(/^Your own sample: answered/)).toBeVisible();
});
