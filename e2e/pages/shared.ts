import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Share } from './share';

/** An experiment that a link by id brought, while it is only looked at. */
export class Shared {
  readonly bar: Locator;
  readonly makeMine: Locator;
  readonly back: Locator;
  readonly details: Locator;

  constructor(page: Page) {
    this.bar = page.locator('.safety-bar').filter({ hasText: 'This is a shared experiment.' });
    this.makeMine = this.bar.getByRole('button', { name: 'Make it mine' });
    this.back = this.bar.getByRole('button', { name: 'Back to my work' });
    this.details = page.getByRole('dialog', { name: /^About/ });
  }

  async openDetails(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Details' }).click();
    await expect(this.details).toBeVisible();
  }
}

/** Makes a link by id in the open dialog, with an account without a name where there is none. */
export async function linkByIdOf(share: Share): Promise<string> {
  const { dialog } = share;
  await dialog.locator('label').filter({ hasText: 'Everything, encrypted' }).click();
  const goOn = dialog.getByRole('button', { name: 'Go on without a name' });
  const make = dialog.getByRole('button', { name: 'Encrypt and make the link' });
  await expect(goOn.or(make)).toBeVisible({ timeout: 30_000 });
  if (await goOn.isVisible()) await goOn.click();
  await make.click();
  await expect(share.link).toHaveValue(/#s=[\w-]{22},[\w-]{43}$/, { timeout: 30_000 });
  return share.link.inputValue();
}
