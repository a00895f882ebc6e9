import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Where sync stands: the badge in the header and the window behind it. */
export class Sync {
  readonly badge: Locator;
  readonly dialog: Locator;
  readonly rows: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.badge = page.getByRole('button', { name: /^Sync: / });
    this.dialog = page.getByRole('dialog', { name: 'Sync' });
    this.rows = this.dialog.getByRole('list', { name: 'Models that are not synced' }).getByRole('listitem');
  }

  async is(state: string | RegExp): Promise<void> {
    await expect(this.badge).toHaveText(state, { timeout: 60_000 });
  }

  async open(): Promise<void> {
    await this.badge.click();
    await expect(this.dialog).toBeVisible();
  }

  /** Looks for news of other devices at once. */
  async now(): Promise<void> {
    await this.open();
    await this.dialog.getByRole('button', { name: 'Sync now' }).click();
    await this.#page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
  }
}
