import type { Locator, Page } from '@playwright/test';

/** The strip of a lesson, and the note of a first visit. */
export class Lesson {
  readonly strip: Locator;
  readonly welcome: Locator;
  readonly doIt: Locator;
  readonly next: Locator;
  readonly skip: Locator;
  readonly back: Locator;
  readonly finish: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.strip = page.getByRole('region', { name: /^Lesson: / });
    this.welcome = page.getByRole('region', { name: 'Welcome' });
    this.doIt = this.strip.getByRole('button', { name: 'Do it for me' });
    this.next = this.strip.getByRole('button', { name: 'Next' });
    this.skip = this.strip.getByRole('button', { name: 'Skip' });
    this.back = this.strip.getByRole('button', { name: 'Back' });
    this.finish = this.strip.getByRole('button', { name: 'Finish' });
    this.close = this.strip.getByRole('button', { name: 'Close the lesson' });
  }
}
