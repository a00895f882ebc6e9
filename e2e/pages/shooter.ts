import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Studio } from './studio';

/** Every screen is looked at in these. */
export const SIZES = [
  { size: 'desktop', isPhone: false, use: {} },
  {
    size: 'phone',
    isPhone: true,
    use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
] as const;

export type Shoot = (name: string, part?: Locator) => Promise<void>;

/** Takes a picture in both themes and compares it with the one that is kept; what this machine measures is covered. */
export function shooter(studio: Studio, size: string): Shoot {
  const { page } = studio;
  return async (name, part) => {
    // Dialogs with a field stay clear on a touch screen until there is room for its keyboard.
    if (part) await expect.poll(() => part.evaluate(isPainted)).toBe(true);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await still(page);
      const mask = [
        studio.share.link,
        // A dialog may lie over it.
        ...(part ? [] : [studio.figure('Simulator')]),
        studio.messages.notice(/./),
        page.getByRole('group', { name: 'Simulator, measured' }),
      ];
      const options = { mask, maskColor: '#7f7f7f' };
      const picture = `${name}-${size}-${colorScheme}.png`;
      if (part) await expect.soft(part).toHaveScreenshot(picture, options);
      else await expect.soft(page).toHaveScreenshot(picture, options);
    }
  };
}

function isPainted(part: Element): boolean {
  return part.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Fonts are there, no dialog is on its way in, and nothing is under way. */
async function still(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'true');
  await expect(page.locator('[data-entering]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}
