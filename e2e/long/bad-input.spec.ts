import type { Page } from '@playwright/test';
import { expect, test } from '../test';

const IMPOSSIBLE = [
  { field: 'Modes N', value: '0', says: /0 modes are not possible: a mesh has 2 to 512 waveguides/ },
  { field: 'Modes N', value: '4097', says: /4097 modes are not possible/ },
  { field: 'Modes N', value: '4', says: /need as many|need as many output ports/ },
  { field: 'Modes N', value: 'NaN', says: /“NaN” is not a number/ },
  { field: 'Learning rate', value: 'Infinity', says: /is not a number|is not valid/ },
  { field: 'Batch', value: '-3', says: /batchSize is not valid/ },
  { field: 'Seed', value: '1.5', says: /seed is not valid/ },
] as const;

test('impossible numbers are refused beside their field, and the work goes on', async ({ studio }) => {
  await studio.open();
  for (const { field, value, says } of IMPOSSIBLE) {
    await studio.design.enter(field, value);
    await expect(studio.design.refusal(says)).toBeVisible();
    await studio.design.field(field).press('Escape');
    await expect(studio.design.refusal(says)).toBeHidden();
  }
  await studio.settled('ready');
  await expect(studio.design.field('Modes N')).toHaveValue('6');
  await studio.player.step.click();
  await studio.settled('paused');
});

test('more classes than ports are refused with the reason', async ({ studio }) => {
  await studio.open();
  await studio.design.form.getByRole('button', { name: /^aw,/ }).click();
  await expect(
    studio.design.refusal(/7 classes need as many output ports, but the chip has 6 modes/),
  ).toBeVisible();
  await studio.settled('ready');
  expect(await studio.mesh.summary()).toContain('6 waveguides');
});

test('wrong and damaged files are named and never used', async ({ studio, page }) => {
  await studio.open();
  await drop(page, 'holiday.mov', [0, 0, 0, 20, 102, 116, 121, 112, 113, 116, 32, 32, 0, 1]);
  await expect(studio.messages.notice(/holiday\.mov is in no format the studio reads/)).toBeVisible();

  // An IDX header that announces 60,000 images of 28 × 28, and three bytes of them.
  await drop(
    page,
    'train-images-idx3-ubyte',
    [0, 0, 8, 3, 0, 0, 0xea, 0x60, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3],
  );
  await expect(
    studio.messages.notice(/train-images-idx3-ubyte has 19 bytes where its header announces/),
  ).toBeVisible();

  await drop(page, 'nothing.csv', []);
  await expect(studio.messages.notice(/nothing\.csv is empty/)).toBeVisible();
  await studio.settled('ready');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
});

test('a table of one’s own is learnt from', async ({ studio, page }) => {
  await studio.open();
  const rows = Array.from({ length: 80 }, (_, i) => {
    const isLong = i % 2 === 0;
    return `${(isLong ? 5 : 1) + (i % 7) / 10},${(isLong ? 1 : 4) + (i % 5) / 10},${isLong ? 'long' : 'short'}`;
  });
  await drop(page, 'leaves.csv', [...new TextEncoder().encode(['length,width,class', ...rows].join('\n'))]);
  const preview = page.getByRole('dialog', { name: 'Open a file' });
  await expect(preview).toContainText('80 rows; 2 inputs: length, width; classes: long, short');
  await preview.getByRole('button', { name: 'Use the data' }).click();
  await expect(studio.messages.notice(/Taken: leaves\.csv/)).toBeVisible();
  await expect(studio.figure('Accuracy')).toContainText('real test samples');
  await studio.settled('ready');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
});

/** Drops a file of these bytes on the page. */
async function drop(page: Page, name: string, bytes: readonly number[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name));
      return data;
    },
    { name, bytes: [...bytes] },
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
