import type { Locator, Page } from '@playwright/test';

/** The form an experiment is made with. */
export class Design {
  readonly form: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.form = page.getByRole('form', { name: 'Design' });
  }

  /** An example to start from: `click()` chooses it. */
  preset(name: RegExp): { readonly click: () => Promise<void> } {
    return {
      click: async () => {
        await this.form.getByRole('button', { name: /Start from$/ }).click();
        await openOptions(this.#page, name).click();
      },
    };
  }

  /** What is found when these letters are typed. */
  get find(): Locator {
    return this.form.getByRole('searchbox', { name: 'Find a setting' });
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
    await openOptions(this.#page, option).click();
  }

  /** One layer's or stage's card. */
  card(name: string): Card {
    return new Card(this.#page, this.form.getByRole('listitem', { name, exact: true }));
  }

  /** Opens a group of fields that is put away. */
  async unfold(title: string): Promise<void> {
    const trigger = this.form.getByRole('button', { name: new RegExp(`^${title}`) });
    if ((await trigger.getAttribute('aria-expanded')) === 'false') await trigger.click();
  }

  toggle(label: string): Locator {
    return this.form.getByRole('switch', { name: label, exact: true });
  }

  /** Switches something on or off, as a press on its label does. */
  async turn(label: string): Promise<void> {
    const toggle = this.#page.getByRole('switch', { name: label, exact: true });
    await this.form.locator('label.switch').filter({ has: toggle }).click();
  }

  radio(group: string, option: string): Locator {
    return this.form.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option });
  }
}

/** A card of fields with a name of its own. */
export class Card {
  readonly region: Locator;
  readonly #page: Page;

  constructor(page: Page, region: Locator) {
    this.#page = page;
    this.region = region;
  }

  field(label: string): Locator {
    return this.region.getByRole('textbox', { name: label, exact: true });
  }

  async enter(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
    await this.field(label).press('Enter');
  }

  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.region.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await openOptions(this.#page, option).click();
  }

  /** What a select offers, and whether it can be chosen. */
  async offers(label: string): Promise<readonly { readonly text: string; readonly enabled: boolean }[]> {
    await this.region.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    const options = await openOptions(this.#page).all();
    const found = await Promise.all(
      options.map(async (option) => ({
        text: await option.innerText(),
        enabled: await option.isEnabled(),
      })),
    );
    await this.#page.keyboard.press('Escape');
    return found;
  }
}

/** Options of the list that a select has opened, and no others that stand on the page. */
function openOptions(page: Page, name?: string | RegExp): Locator {
  return page
    .getByRole('listbox', { name: /^(?!Pieces to add)/ })
    .getByRole('option', name === undefined ? {} : { name });
}
