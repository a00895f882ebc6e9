import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test';

/**
 * Facts about the drawn page that hold however a machine renders it; visual.spec.ts compares whole screens with kept
 * pictures. The pictures here are attached for people to look at.
 */
const SIZES = [
  { name: 'desktop', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('both themes show the light, and nothing is cut off or lies over another', async ({
      studio,
      page,
    }, info) => {
      await studio.open();
      await studio.player.finish();
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await studio.mesh.isLit();
        const picture = await page.screenshot({ animations: 'disabled' });
        await info.attach(`${name}-${colorScheme}`, { body: picture, contentType: 'image/png' });

        const { mean, amber } = await colours(page, picture, await boxOf(studio.mesh.canvas));
        if (colorScheme === 'dark') expect(mean).toBeLessThan(80);
        else expect(mean).toBeGreaterThan(180);
        expect(amber).toBeGreaterThan(0.001);

        const figures = (['Accuracy', 'Chip latency', 'Simulator'] as const).map((each) =>
          studio.figure(each),
        );
        for (const figure of figures) await expect(figure).toBeInViewport({ ratio: 1 });
        for (const figure of figures) expect(await isCut(figure.locator('.figure-value'))).toBe(false);
        const parts = [...figures, studio.mesh.canvas, studio.player.region, studio.mesh.sample];
        expect(overlaps(await Promise.all(parts.map(boxOf)))).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(
          await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
        ).toBeLessThanOrEqual(0);
      }
    });
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${String(locator)} is not drawn.`);
  return box;
}

function isCut(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
}

/** Pairs of boxes, by number, that lie over each other by more than a pixel. */
function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b, k) => {
      const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return width > 1 && height > 1 ? [`${i} over ${i + 1 + k}`] : [];
    }),
  );
}

/** Mean brightness (0 to 255) of a part of a picture and the share of it that is amber. */
function colours(
  page: Page,
  picture: Buffer,
  box: Box,
): Promise<{ readonly mean: number; readonly amber: number }> {
  return page.evaluate(
    async ({ base64, box }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(box.width, box.height).getContext('2d');
      if (context === null) throw new Error('No canvas.');
      context.drawImage(image, -box.x, -box.y);
      const { data } = context.getImageData(0, 0, box.width, box.height);
      let sum = 0;
      let amber = 0;
      for (let i = 0; i < data.length; i += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
        sum += (red + green + blue) / 3;
        if (red > green && green > blue && red - blue > 70) amber++;
      }
      return { mean: (4 * sum) / data.length, amber: (4 * amber) / data.length };
    },
    { base64: picture.toString('base64'), box },
  );
}
