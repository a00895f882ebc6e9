import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The dialog that makes links. */
export class Share {
  readonly dialog: Locator;
  readonly link: Locator;
  readonly copy: Locator;
  readonly keep: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: /^Share/ });
    this.link = this.dialog.getByRole('textbox', { name: 'Link' });
    this.copy = this.dialog.getByRole('button', { name: 'Copy link' });
    this.keep = this.dialog.getByRole('button', { name: 'Keep a version and link to it' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  kind(name: RegExp): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  /** The link of a kind, once it is packed. */
  async linkOf(name: RegExp): Promise<string> {
    await this.dialog.locator('label').filter({ hasText: name }).click();
    if (/version/i.test(name.source)) await this.keep.click();
    await expect(this.link).toHaveValue(/#[ev]=/);
    return this.link.inputValue();
  }
}
