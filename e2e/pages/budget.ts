import type { Locator, Page } from '@playwright/test';

export type BudgetPart =
  'Latency' | 'Optical loss' | 'Detectors' | 'Electrical power' | 'Energy per answer' | 'Footprint';

/** What the modelled chip takes: figures as tabs, and what each consists of. */
export class Budget {
  readonly constants: Locator;
  readonly #tabs: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.#tabs = page.getByRole('tablist', { name: 'Budget of the chip, modelled' });
    this.constants = page.getByRole('group', { name: 'Constants' });
  }

  async show(part: BudgetPart): Promise<void> {
    await this.#page.getByRole('tablist', { name: 'Charts' }).getByRole('tab', { name: 'Budget' }).click();
    await this.tab(part).click();
  }

  /** Name and value of one figure. */
  tab(part: BudgetPart): Locator {
    return this.#tabs.getByRole('tab', { name: new RegExp(`^${part}`) });
  }

  detail(part: BudgetPart): Locator {
    return this.#page.getByRole('tabpanel', { name: new RegExp(`^${part}`) });
  }

  constant(name: string): Locator {
    return this.constants.getByRole('textbox', { name, exact: true });
  }

  async setConstant(name: string, value: string): Promise<void> {
    await this.constant(name).fill(value);
    await this.constant(name).press('Enter');
  }
}
