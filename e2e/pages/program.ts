import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The panel that sets matrices on the chip. */
export class Program {
  readonly panel: Locator;
  readonly text: Locator;
  readonly set: Locator;
  /** What was computed: lines of names and numbers. */
  readonly facts: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('tabpanel', { name: 'Program' });
    this.text = this.panel.getByRole('textbox', { name: 'Matrix, one row a line' });
    this.set = this.panel.getByRole('button', { name: /^(Set these phases|On the chip)$/ });
    this.facts = this.panel.locator('dl[aria-label="Programming"]');
  }

  async show(): Promise<void> {
    await this.#page.getByRole('tab', { name: 'Program' }).click();
    await expect(this.panel.getByRole('heading', { name: 'Program a matrix' })).toBeVisible();
  }

  async choose(label: string, option: RegExp): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  /** One of the computed numbers, e.g. 3.1 × 10⁻¹⁶. */
  async fact(name: string): Promise<string> {
    const texts = await this.facts.evaluate((list) => {
      const terms = [...list.querySelectorAll('dt')];
      return terms.map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? '']);
    });
    return texts.find(([term]) => term === name)?.[1] ?? '';
  }

  picture(name: 'Wanted' | 'On this chip'): Locator {
    return this.panel.getByRole('application', { name: new RegExp(`^${name}`) });
  }

  /** Opens one of the groups under "Present phases". */
  async unfold(title: string): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  }
}
