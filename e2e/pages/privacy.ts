import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';

/** The window about what is kept of a person. */
export class Privacy {
  readonly window: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.window = page.getByRole('dialog', { name: 'Privacy' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Menu', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: /^Privacy/ }).click();
    await expect(this.window).toBeVisible();
  }

  button(name: string): Locator {
    return this.window.getByRole('button', { name });
  }

  /** The archive of everything: its files by name. */
  async everything(): Promise<Readonly<Record<string, Uint8Array>>> {
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.button('Export everything').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^photonic-everything-\d{4}-\d\d-\d\d\.zip$/);
    return unzipSync(await readFile(await download.path()));
  }

  async keepDeletedFor(days: string): Promise<void> {
    const field = this.window.getByRole('textbox', { name: 'Erase after' });
    await field.fill(days);
    await field.press('Enter');
  }
}
