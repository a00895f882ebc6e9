import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The experiment as a document: its menu, its dialogs, and what the studio says about its safety. */
export class Documents {
  /** Says whether the work is saved. */
  readonly menu: Locator;
  readonly list: Locator;
  readonly versions: Locator;
  readonly storage: Locator;
  readonly saveVersion: Locator;
  /** The line in tabs that read. */
  readonly readerBar: Locator;
  /** What is said after a crash. */
  readonly crashBar: Locator;
  readonly roomBar: Locator;
  /** An error that nobody caught. */
  readonly strayError: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.menu = page.getByRole('button', { name: /^Experiment menu/ });
    this.list = page.getByRole('dialog', { name: 'Experiments' });
    this.versions = page.getByRole('dialog', { name: /^Versions/ });
    this.storage = page.getByRole('dialog', { name: 'Storage' });
    this.saveVersion = page.getByRole('dialog', { name: 'Save version' });
    this.readerBar = page.locator('.safety-bar').filter({ hasText: 'Open in another tab: reading' });
    this.crashBar = page.locator('.safety-bar').filter({ hasText: 'The studio ended unexpectedly.' });
    this.roomBar = page.locator('.safety-bar').filter({ hasText: 'Room in this browser runs short.' });
    this.strayError = page.getByRole('alert').filter({ hasText: 'did not expect' });
  }

  async choose(item: string | RegExp): Promise<void> {
    await this.menu.click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }

  /** Waits until everything is saved. */
  async saved(): Promise<void> {
    await expect(this.menu).toHaveAccessibleName('Experiment menu: Saved');
  }

  /** Keeps what is on screen under a title, with keys alone. */
  async keepVersion(title: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+s');
    const field = this.saveVersion.getByRole('textbox', { name: 'Title of the version' });
    await field.fill(title);
    await field.press('Enter');
    await expect(this.saveVersion).toBeHidden();
  }

  version(title: string | RegExp): Locator {
    return this.versions
      .getByRole('list', { name: 'Versions, newest first' })
      .getByRole('button', { name: title });
  }
}
