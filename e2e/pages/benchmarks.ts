import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The benchmark on this device: rows, results, history and gates. */
export class Benchmarks {
  readonly screen: Locator;
  readonly measure: Locator;
  readonly results: Locator;
  readonly gates: Locator;
  readonly comparison: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.screen = page.getByRole('main', { name: 'Benchmarks' });
    this.measure = this.screen.getByRole('button', { name: 'Measure', exact: true });
    this.results = this.screen.getByRole('region', { name: 'Results', exact: true });
    this.gates = this.screen.getByRole('region', { name: 'Quality gates' });
    this.comparison = this.screen.getByRole('table');
  }

  async show(): Promise<void> {
    await this.#page.keyboard.press('5');
    await expect(this.screen).toBeVisible();
  }

  row(id: string): Locator {
    return this.screen.locator('.bench-row').filter({ has: this.#page.getByText(id, { exact: true }) });
  }

  /** Chooses these rows alone. */
  async choose(...ids: string[]): Promise<void> {
    await this.button('None').click();
    for (const id of ids) await this.row(id).getByRole('checkbox').check();
  }

  button(name: string): Locator {
    return this.screen.getByRole('button', { name, exact: true });
  }

  gate(name: string): Locator {
    return this.gates.getByRole('listitem').filter({ hasText: name });
  }

  /** Waits until everything chosen is measured. */
  async finish(): Promise<void> {
    // Rows take seconds each, and more where other work goes on.
    await expect(this.button('Stop')).toBeHidden({ timeout: 60_000 });
    await expect(this.measure).toBeEnabled();
  }
}
