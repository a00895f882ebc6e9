import type { Locator, Page } from '@playwright/test';

/** What the studio tells its user. */
export class Messages {
  /** The panel about the run, with its ways on. */
  readonly fault: Locator;
  /** Whether data may be fetched from another server. */
  readonly question: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.question = page.getByRole('region', { name: 'Question about data' });
    this.fault = page.getByRole('alert').filter({ hasText: 'Your experiment is saved.' });
  }

  /** A message in passing. */
  notice(text: RegExp): Locator {
    return this.#page
      .getByRole('region', { name: /Notifications/ })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  /** A way on that the fault panel offers. */
  wayOn(name: string): Locator {
    return this.fault.getByRole('button', { name });
  }
}
