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

  /** Puts three runs of made-up but fixed figures and curves in the place of the studio's first run. */
  async replace(): Promise<void> {
    await this.#page.evaluate(async () => {
      const wait = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('the database refused'));
        });
      const database = await wait(indexedDB.open('photonic-studio'));
      const stores = database.transaction(['runs', 'curves'], 'readwrite');
      const [records, curves] = [stores.objectStore('runs'), stores.objectStore('curves')];
      const [first] = (await wait(records.getAll())) as {
        readonly experiment: { readonly training: object };
      }[];
      if (first === undefined) throw new Error('There is no run to begin with.');
      records.clear();
      curves.clear();
      for (const [index, learningRate] of [0.003, 0.01, 0.03].entries()) {
        const id = `run-${index}`;
        const at = Date.UTC(2026, 5, 1, 9 + index);
        const steps = Array.from({ length: 100 }, (_, i) => 20 * (i + 1));
        const loss = steps.map((step) => 0.2 + 1.5 * Math.exp((-step * learningRate) / 6));
        records.put({
          ...first,
          id,
          runId: id,
          state: 'finished',
          experiment: { ...first.experiment, training: { ...first.experiment.training, learningRate } },
          createdAt: at,
          updatedAt: at + 60_000,
          step: 2000,
          totalSteps: 2000,
          backend: 'wasm',
          figures: {
            testAccuracy: 0.82 + 0.05 * index,
            testLoss: 0.5 - 0.1 * index,
            trainLoss: loss.at(-1),
            trainAccuracy: 0.85 + 0.05 * index,
            samplesPerSecond: 120_000,
            chipPasses: 1_176_000,
            seconds: 9.8,
          },
          colour: index,
        });
        curves.put({
          id,
          step: Float64Array.from(steps),
          loss: Float32Array.from(loss),
          accuracy: Float32Array.from(loss, (value) => 1 - value / 2),
          gradientNorm: Float32Array.from(loss, (value) => value / 3),
          passes: Float64Array.from(steps, (step) => step * 588),
          seconds: Float64Array.from(steps, (step) => step * 0.0049),
          reports: [{ step: 2000, loss: 0.5 - 0.1 * index, accuracy: 0.82 + 0.05 * index }],
        });
      }
      await new Promise((resolve) => stores.addEventListener('complete', resolve));
      database.close();
    });
    await this.#page.reload();
  }
}
