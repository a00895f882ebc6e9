import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The window of the settings. */
export class Settings {
  readonly window: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.window = page.getByRole('dialog', { name: 'Settings' });
  }

  /** Puts this in place of the file beside the page, from its next loading on. */
  async file(content: object | string): Promise<void> {
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    await this.#page.route('**/photonic.config.json', (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    );
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+,');
    await expect(this.window).toBeVisible();
  }

  async close(): Promise<void> {
    await this.window.getByRole('button', { name: 'Close' }).click();
    await expect(this.window).toBeHidden();
  }

  level(name: string): Locator {
    return this.window.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  /** What level and settings come to: one row. */
  effect(what: string): Locator {
    return this.window.getByRole('row', { name: new RegExp(`^${what}`) });
  }

  /** One name with all that is said of it. */
  setting(name: string): Locator {
    return this.window.getByRole('listitem').filter({ hasText: name });
  }
}
