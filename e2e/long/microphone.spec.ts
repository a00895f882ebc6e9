import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeFlags, findChromium } from '../../scripts/chromium.mjs';
import { silentWav, vowelWav } from '../pages/voice';
import { expect, test } from '../test';

/** "heed" as a man says it. */
const HEED = { f0: 125, formants: [320, 2300, 3000, 3700, 4600], seconds: 0.7, around: 0.8 };
/** "had". */
const HAD = { f0: 120, formants: [640, 1750, 2500, 3600, 4500], seconds: 0.6, around: 0.3 };

const folder = mkdtempSync(join(tmpdir(), 'voice-'));
const heedFile = join(folder, 'heed.wav');
writeFileSync(heedFile, vowelWav(HEED));
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

const executablePath = await findChromium();

test.use({
  launchOptions: {
    args: [
      ...computeFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${heedFile}`,
    ],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

/** F1 and F2 as the chart says them. */
function formantsIn(text: string | null): readonly [number, number] {
  const [, f1, f2] = /F1 ([\d.]+) hertz, F2 ([\d.]+) hertz/.exec(text ?? '') ?? [];
  return [Number(f1), Number(f2)];
}

test('a vowel said into the microphone is heard, measured and answered', async ({ studio, page }) => {
  await studio.open();
  await studio.player.finish();
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  // It ends by itself after the vowel.
  await expect(page.getByText(/ms of voice measured/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Say a vowel', exact: true })).toBeVisible();
  await studio.settled('finished');
  const [f1, f2] = formantsIn(await studio.predict.vowel.getAttribute('aria-valuetext'));
  expect(Math.abs(f1 / 320 - 1)).toBeLessThan(0.08);
  expect(Math.abs(f2 / 2300 - 1)).toBeLessThan(0.05);
  await expect(page.getByText('Your own sample: answered iy.')).toBeVisible();

  // It can be kept, and shown again after another sample.
  await page.getByRole('button', { name: 'Keep this sample' }).click();
  await page.keyboard.press('k');
  await expect(page.getByText(/from the data set: answered/)).toBeVisible();
  await page.getByRole('button', { name: 'Show Spoken vowel 1' }).click();
  await expect(page.getByText('Your own sample: answered iy.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Spoken vowel 1' }).click();
  await expect(page.getByRole('button', { name: 'Show Spoken vowel 1' })).toBeHidden();
});

test('recordings are read too, and refused where there is no voice in them', async ({ studio, page }) => {
  await studio.open();
  await studio.player.finish();
  await studio.predict.show();
  const give = async (name: string, buffer: Buffer): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a recording of a vowel' }).click();
    await (await choosing).setFiles({ name, mimeType: 'audio/wav', buffer });
  };
  await give('silence.wav', silentWav(1));
  await expect(page.getByText(/^Nothing could be heard/)).toBeVisible();
  await give('notes.wav', Buffer.from('not a sound'));
  await expect(page.getByText(/^notes.wav is not a recording/)).toBeVisible();
  await give('had.wav', vowelWav(HAD));
  await expect(page.getByText(/ms of voice measured/)).toBeVisible();
  await studio.settled('finished');
  const [f1, f2] = formantsIn(await studio.predict.vowel.getAttribute('aria-valuetext'));
  expect(Math.abs(f1 / 640 - 1)).toBeLessThan(0.06);
  expect(Math.abs(f2 / 1750 - 1)).toBeLessThan(0.05);
});

test('a microphone that is refused or absent is explained', async ({ studio, page }) => {
  await page.addInitScript(() => {
    const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));
    navigator.mediaDevices.getUserMedia = refuse('NotAllowedError');
    document.addEventListener('test:absent', () => {
      navigator.mediaDevices.getUserMedia = refuse('NotFoundError');
    });
  });
  await studio.open();
  await studio.predict.show();
  const speak = page.getByRole('button', { name: 'Say a vowel', exact: true });
  await speak.click();
  await expect(page.getByText(/does not let this page use the microphone/)).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new Event('test:absent')));
  await speak.click();
  await expect(page.getByText(/^No microphone was found/)).toBeVisible();
});
