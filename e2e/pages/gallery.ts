import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Lessons and experiments to begin with. */
export class Gallery {
  readonly screen: Locator;
  readonly cards: Locator;
  readonly search: Locator;
  readonly lessons: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.screen = page.getByRole('main', { name: 'Gallery' });
    this.cards = this.screen.getByRole('link');
    this.search = this.screen.getByRole('searchbox', { name: 'Find an experiment' });
    this.lessons = this.screen.getByRole('region', { name: 'Lessons' });
  }

  /** By the command, which works on every size of screen. */
  async show(): Promise<void> {
    await this.#page.keyboard.press('3');
    await expect(this.cards.first()).toHaveAttribute('href', /#e=/);
  }

  card(name: string): Locator {
    return this.cards.filter({ hasText: name });
  }

  async topic(name: string): Promise<void> {
    await this.screen.getByRole('button', { name, exact: true }).click();
  }
}
