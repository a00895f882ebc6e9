import type { Locator, Page } from '@playwright/test';

/** The form an experiment is made with. */
export class Design {
  readonly form: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.form = page.getByRole('form', { name: 'Design' });
  }

  preset(name: RegExp): Locator {
    return this.form.getByRole('button', { name });
  }

  field(label: string): Locator {
    return this.form.getByRole('textbox', { name: label, exact: true });
  }

  /** Types a number and leaves the field. */
  async enter(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
    await this.field(label).press('Enter');
  }

  /** The reason a field gives for refusing what was entered. */
  refusal(text: RegExp): Locator {
    return this.form.getByText(text);
  }

  /** The button that opens a select and says what is chosen. */
  select(label: string): Locator {
    return this.form.getByRole('button', { name: new RegExp(`${label}$`) });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.select(label).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  radio(group: string, option: string): Locator {
    return this.form.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option });
  }
}
