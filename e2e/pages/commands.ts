import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The sheet that lists every command. */
export class Commands {
  readonly sheet: Locator;
  readonly search: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.sheet = page.getByRole('dialog', { name: 'Commands' });
    this.search = this.sheet.getByRole('textbox', { name: 'Find a command' });
  }

  /** Finds a command by its words and runs it, with keys alone. */
  async run(words: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.search.fill(words);
    await this.search.press('Enter');
    await expect(this.sheet).toBeHidden();
  }
}
