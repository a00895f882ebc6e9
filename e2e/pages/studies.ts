import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export type StudyName = 'Monte Carlo' | 'Yield' | 'Sensitivity' | 'Methods' | 'Published results';

/** Studies: what is asked, how far it is, and what came out. */
export class Studies {
  readonly form: Locator;
  readonly result: Locator;
  readonly summary: Locator;
  readonly progress: Locator;
  readonly cancel: Locator;
  readonly papers: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.form = page.getByRole('form', { name: 'Study' });
    this.result = page.getByRole('region', { name: 'Result of the study' });
    this.summary = this.result.locator('.study-summary');
    this.progress = page.getByRole('progressbar', { name: /study$/ });
    this.cancel = page.getByRole('button', { name: 'Cancel', exact: true });
    this.papers = page.getByRole('list', { name: 'Published results' });
  }

  async show(name: StudyName): Promise<void> {
    await this.#page.getByRole('tablist', { name: 'Charts' }).getByRole('tab', { name: 'Studies' }).click();
    await this.form.getByRole('button', { name: /Study$/ }).click();
    await this.#page.getByRole('option', { name }).click();
    await expect(this.form.getByRole('button', { name: new RegExp(`${name}.*Study$`) })).toBeVisible();
  }

  field(label: string): Locator {
    return this.form.getByRole('textbox', { name: label, exact: true });
  }

  async enter(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
    await this.field(label).press('Enter');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.form.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  start(name: RegExp): Promise<void> {
    return this.form.getByRole('button', { name }).click();
  }

  /** Waits until the study has ended, by itself or by its user. */
  async ended(): Promise<void> {
    await expect(this.progress).toBeHidden({ timeout: 80_000 });
  }

  /** The result in numbers, row by row. */
  async numbers(): Promise<readonly (readonly string[])[]> {
    await this.result.getByRole('radio', { name: 'Table' }).check({ force: true });
    const rows = await this.result.locator('.study-table tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
  }

  paper(title: RegExp): Locator {
    return this.papers
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('heading', { name: title }) });
  }
}
