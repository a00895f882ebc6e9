import type { Locator, Page } from '@playwright/test';

/** The browser of all samples, in the dock. */
export class Samples {
  readonly list: Locator;
  readonly options: Locator;
  readonly count: Locator;
  readonly #page: Page;
  readonly #filters: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole('listbox', { name: 'Samples' });
    this.options = this.list.getByRole('option');
    this.#filters = page.getByRole('group', { name: 'Filters' });
    this.count = this.#filters.locator('.sample-count');
  }

  async show(): Promise<void> {
    await this.#page.getByRole('tab', { name: 'Samples' }).click();
  }

  async choose(label: string, name: string | RegExp): Promise<void> {
    await this.#filters.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  async enter(label: string, text: string): Promise<void> {
    const field = this.#filters.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.press('Enter');
  }

  /** How many samples are found. */
  async found(): Promise<number> {
    const text = await this.count.locator('strong').innerText();
    return Number.parseInt(text.replaceAll(',', ''), 10);
  }
}
