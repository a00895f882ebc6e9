import type { Download, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** All runs side by side. */
export class Runs {
  readonly screen: Locator;
  readonly grid: Locator;
  readonly filter: Locator;
  readonly chart: Locator;
  readonly details: Locator;
  readonly count: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.screen = page.getByRole('main', { name: 'Runs' });
    this.grid = this.screen.getByRole('grid', { name: 'Runs and their figures' });
    this.filter = this.screen.getByRole('searchbox', { name: 'Filter runs' });
    this.chart = this.screen.getByRole('img', { name: / over / });
    this.details = this.screen.getByRole('complementary', { name: 'Run details' });
    this.count = this.screen.getByRole('toolbar', { name: 'All runs' }).locator('.runs-count');
  }

  async show(): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: 'Runs' })
      .click();
    await expect(this.screen).toBeVisible();
  }

  /** Runs in sight, with what stands in their lines. */
  row(text: string | RegExp): Locator {
    return this.grid
      .getByRole('row')
      .filter({ has: this.#page.getByRole('checkbox', { name: /^Select (?!all)/ }) })
      .filter({ hasText: text });
  }

  get rows(): Locator {
    return this.row(/./);
  }

  head(name: string): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  async sortBy(column: string): Promise<void> {
    await this.head(column).getByRole('button').click();
  }

  /** What stands under a column, from top to bottom. */
  async column(name: string): Promise<readonly string[]> {
    const heads = await this.grid.getByRole('columnheader').allInnerTexts();
    const index = heads.findIndex((head) => head.trim() === name);
    const rows = await this.rows.all();
    return Promise.all(rows.map((row) => row.getByRole('gridcell').nth(index).innerText()));
  }

  async choose(label: string, option: string): Promise<void> {
    await this.screen.getByRole('button', { name: label }).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  async tag(tag: string): Promise<void> {
    const field = this.details.getByRole('combobox', { name: 'Add a tag' });
    await field.fill(tag);
    await field.press('Enter');
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name });
  }

  get exporting(): Locator {
    return this.#page.getByRole('dialog', { name: 'Export the table' });
  }

  async download(format: 'CSV' | 'LaTeX' | 'Markdown'): Promise<Download> {
    await this.exporting.getByText(format, { exact: true }).click();
    const started = this.#page.waitForEvent('download');
    await this.exporting.getByRole('button', { name: 'Download' }).click();
    return started;
  }

  /** Gives the studio so many copies of its first run, each with another seed, and opens it again with them. */
  async seed(count: number): Promise<void> {
    await this.#page.evaluate(async (copies) => {
      const wait = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('the database refused'));
        });
      const database = await wait(indexedDB.open('photonic-studio'));
      const store = database.transaction('runs', 'readwrite').objectStore('runs');
      const [first] = (await wait(store.getAll())) as {
        experiment: object;
        figures: object;
        createdAt: number;
      }[];
      if (first === undefined) throw new Error('There is no run to copy.');
      for (let i = 0; i < copies; i++) {
        const copy = {
          ...first,
          id: `copy-${i}`,
          name: `Copy ${i}`,
          createdAt: first.createdAt + 1 + i,
          colour: i % 10,
          tags: i % 50 === 0 ? ['fifty'] : [],
          experiment: { ...first.experiment, seed: 1000 + i },
          figures: { ...first.figures, testAccuracy: (i % 997) / 997 },
        };
        store.put(copy);
      }
      await new Promise((resolve) => store.transaction.addEventListener('complete', resolve));
      database.close();
    }, count);
    await this.#page.reload();
  }
}
