import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Sweeps: the form, and what came out. */
export class Sweeps {
  readonly form: Locator;
  readonly start: Locator;
  readonly total: Locator;
  readonly list: Locator;
  readonly head: Locator;
  readonly rows: Locator;
  readonly charts: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const screen = page.getByRole('main', { name: 'Runs' });
    this.form = page.getByRole('dialog', { name: 'New sweep' });
    this.start = this.form.getByRole('button', { name: /Start the sweep|Add to the queue/ });
    this.total = this.form.getByRole('status');
    this.list = screen.getByRole('navigation', { name: 'All sweeps' });
    this.head = screen.locator('[data-sweep-state]');
    this.rows = screen.getByRole('region', { name: 'Trials' }).getByRole('row');
    this.charts = screen.getByRole('region', { name: 'Chart' });
  }

  /** Letters are keys only while nothing is being typed. */
  async create(by: 'key' | 'button'): Promise<void> {
    if (by === 'key') await this.#page.keyboard.press('y');
    else await this.button('New sweep…').click();
    await expect(this.form).toBeVisible();
  }

  values(name: string): Locator {
    return this.form.getByRole('textbox', { name: `Values of ${name}` });
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }

  async choose(text: string): Promise<void> {
    await this.form.getByText(text, { exact: true }).click();
  }

  async add(setting: string): Promise<void> {
    const search = this.form.getByRole('combobox', { name: 'Add a setting' });
    await search.fill(setting);
    await this.#page.getByRole('option', { name: setting }).first().click();
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('main', { name: 'Runs' }).getByRole('button', { name });
  }

  /** Waits until the sweep on screen is in `state`. */
  async reaches(state: 'running' | 'paused' | 'finished' | 'cancelled'): Promise<void> {
    await expect(this.head).toHaveAttribute('data-sweep-state', state, { timeout: 90_000 });
  }

  trials(text: string | RegExp): Locator {
    return this.rows.filter({ has: this.#page.getByRole('rowheader') }).filter({ hasText: text });
  }
}
