import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The sheet that lists every command, the one of all keys, and the menu. */
export class Commands {
  readonly sheet: Locator;
  readonly shortcuts: Locator;
  readonly search: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.sheet = page.getByRole('dialog', { name: 'Commands' });
    this.shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    this.search = this.sheet.getByRole('textbox', { name: 'Find a command' });
  }

  /** Finds a command by its words and runs it, with keys alone. */
  async run(words: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.search.fill(words);
    await this.search.press('Enter');
    await expect(this.sheet).toBeHidden();
  }

  /** A command in the sheet. */
  item(name: string | RegExp): Locator {
    return this.sheet.getByRole('menuitem', { name });
  }

  /** Opens the menu at the end of the header and chooses from it. */
  async choose(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('button', { name: 'Menu', exact: true }).click();
    await this.#page.getByRole('menuitem', { name }).click();
  }
}
