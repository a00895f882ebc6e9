import type { Locator, Page } from '@playwright/test';

export type DockTab =
  | 'Loss'
  | 'Accuracy'
  | 'Heaters'
  | 'Confusion'
  | 'Worst'
  | 'Matrix'
  | 'Samples'
  | 'Time'
  | 'Budget'
  | 'Tiles'
  | 'Studies';

/** The charts under the mesh. */
export class Charts {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async show(tab: DockTab): Promise<void> {
    await this.#page.getByRole('tablist', { name: 'Charts' }).getByRole('tab', { name: tab }).click();
  }

  chart(label: string): Locator {
    return this.#page.getByRole('img', { name: label });
  }

  /** The curve in numbers: a row of step and value for some steps, e.g. "1 1.78123". */
  async curve(label = 'Loss over the training'): Promise<readonly string[]> {
    const table = this.#page.getByRole('table', { name: `${label}, in numbers` });
    const rows = await table.locator('tbody tr').all();
    return Promise.all(rows.map(async (row) => (await row.locator('th, td').allTextContents()).join(' ')));
  }

  /** A row for every step at which settings were changed. */
  get changes(): Locator {
    return this.#page
      .getByRole('table', { name: 'Settings changed while training' })
      .locator('tbody')
      .getByRole('row');
  }

  /** The tables that stand in for the curves while numbers are shown. */
  numbers(name: string): Locator {
    return this.#page.getByRole('table', { name: new RegExp(`^${name}.*in numbers$`) });
  }

  async over(axis: string): Promise<void> {
    await this.#tools.getByRole('button', { name: /Over$/ }).click();
    await this.#page.getByRole('option', { name: axis, exact: true }).click();
  }

  async turn(label: string): Promise<void> {
    const toggle = this.#page.getByRole('switch', { name: label, exact: true });
    await this.#tools.locator('label.switch').filter({ has: toggle }).click();
  }

  async save(kind: 'PNG' | 'SVG'): Promise<void> {
    await this.#tools.getByRole('button', { name: `Save the chart as ${kind}` }).click();
  }

  get #tools(): Locator {
    return this.#page.getByRole('group', { name: 'How the charts are drawn' });
  }

  get confusion(): Locator {
    return this.#page.getByRole('table', { name: 'Confusion matrix' });
  }

  /** The counts of the confusion matrix, row by row. */
  async confusionCounts(): Promise<readonly number[]> {
    return (await this.confusion.locator('td.cell').allTextContents()).map(Number);
  }

  get latency(): Locator {
    return this.#page.getByRole('tabpanel', { name: /^Latency/ });
  }
}
