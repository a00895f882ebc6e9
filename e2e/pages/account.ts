import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The account: its place in the header, its window, and what is said when a session ends. */
export class Account {
  readonly dialog: Locator;
  readonly email: Locator;
  readonly password: Locator;
  /** Why it did not work. */
  readonly fault: Locator;
  /** Of whoever is signed in. */
  readonly menu: Locator;
  readonly warning: Locator;
  readonly endedBar: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog').filter({ has: page.locator('.account-form, .account-head') });
    this.email = page.getByRole('textbox', { name: 'E-mail address' });
    this.password = page.getByLabel(/^Password/);
    this.fault = page.locator('.account-fault');
    this.menu = page.getByRole('button', { name: /^Account: / });
    this.warning = page.getByRole('alertdialog', { name: 'Are you still there?' });
    this.endedBar = page.locator('.safety-bar').filter({ hasText: 'Everything is kept in this browser' });
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.button('Sign in…').click();
    await expect(this.#page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  }

  async signUp(email: string, password: string): Promise<void> {
    await this.open();
    await this.button('Create an account').click();
    await this.submit('Create account', email, password);
    await this.isIn(email);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.open();
    await this.submit('Sign in', email, password);
    await this.isIn(email);
  }

  async submit(button: string, email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.#page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  }

  async isIn(who: string): Promise<void> {
    await expect(this.menu).toHaveAccessibleName(`Account: ${who}`);
    await expect(this.#page.getByRole('dialog')).toBeHidden();
  }

  async isOut(): Promise<void> {
    await expect(this.button('Sign in…')).toBeEnabled();
  }

  async choose(item: RegExp): Promise<void> {
    await this.menu.click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }
}
