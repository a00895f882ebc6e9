import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { Account } from './account';

/** Workspaces, invitations and the audit. */
export class Workspaces {
  readonly dialog: Locator;
  readonly pane: Locator;
  readonly invitation: Locator;
  readonly audit: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Workspaces' });
    this.pane = this.dialog.locator('.workspace-pane');
    this.invitation = page.getByRole('dialog', { name: 'Invitation' });
    this.audit = page.getByRole('dialog', { name: 'Audit' });
  }

  async open(): Promise<void> {
    await new Account(this.#page).choose(/^Workspaces/);
    await expect(this.dialog).toBeVisible();
  }

  async openAudit(): Promise<void> {
    await new Account(this.#page).choose(/^Audit/);
    await expect(this.audit).toBeVisible();
  }

  async create(name: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Name of a new workspace' }).fill(name);
    await this.dialog.getByRole('button', { name: 'Create' }).click();
    // A function that nobody has called yet is loaded first.
    await expect(this.pane.getByRole('heading', { name })).toBeVisible({ timeout: 60_000 });
  }

  /** Makes an invitation and answers with its link. */
  async invite(email: string, role: string): Promise<string> {
    await this.pane.getByRole('textbox', { name: 'E-mail address' }).fill(email);
    await this.pick(this.pane.locator('.invite-form').getByRole('button', { name: /Role$/ }), role);
    await this.pane.getByRole('button', { name: 'Make invitation' }).click();
    const item = this.pane.getByRole('listitem').filter({ hasText: email });
    return item.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  }

  member(name: string): Locator {
    return this.pane.getByRole('row').filter({ hasText: name });
  }

  async changeRole(email: string, role: string): Promise<void> {
    await this.pick(this.pane.getByRole('button', { name: new RegExp(`Role of ${email}$`) }), role);
  }

  async remove(email: string): Promise<void> {
    await this.pane.getByRole('button', { name: `Remove ${email}` }).click();
    await this.pane
      .getByRole('group', { name: `Remove ${email}` })
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
  }

  async pick(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(this.#page.getByRole('dialog')).toHaveCount(0);
  }
}

/** Who may see a model, on its page. */
export class Policy {
  readonly panel: Locator;
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('region', { name: 'Policy' });
    this.dialog = page.getByRole('dialog', { name: /^Policy of/ });
  }

  async change(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Change policy…' }).click();
    await expect(this.dialog).toBeVisible();
  }

  async choose(policy: string): Promise<void> {
    await this.dialog.locator('label').filter({ hasText: policy }).first().click();
  }

  async belongsTo(workspace: string): Promise<void> {
    await this.dialog.getByRole('button', { name: /Belongs to$/ }).click();
    await this.#page.getByRole('option', { name: workspace }).click();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save policy' }).click();
    await expect(this.dialog).toBeHidden();
  }

  async seal(passphrase: string): Promise<void> {
    await this.choose('Classified');
    await this.dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.dialog.getByLabel('Passphrase again').fill(passphrase);
    await this.dialog.getByRole('button', { name: 'Seal' }).click();
    await expect(this.dialog).toBeHidden();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.panel.getByPlaceholder('Passphrase').fill(passphrase);
    await this.panel.getByRole('button', { name: 'Unlock' }).click();
  }
}
