import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The library of models, and the dialog that saves into it. */
export class Models {
  readonly screen: Locator;
  readonly list: Locator;
  readonly filter: Locator;
  readonly count: Locator;
  readonly name: Locator;
  readonly note: Locator;
  /** The versions of the chosen model, the newest first. */
  readonly timeline: Locator;
  readonly detail: Locator;
  readonly comparison: Locator;
  readonly saving: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.screen = page.getByRole('main', { name: 'Models' });
    this.list = this.screen.getByRole('listbox', { name: 'Models, with their latest accuracy' });
    this.filter = this.screen.getByRole('searchbox', { name: 'Find a model' });
    this.count = this.screen.locator('.models-count');
    this.name = this.screen.getByRole('textbox', { name: 'Name of the model' });
    this.note = this.screen.getByRole('textbox', { name: 'Note' });
    this.timeline = this.screen.getByRole('list', { name: 'Versions, newest first' });
    this.detail = this.screen.locator('.model-version');
    this.comparison = this.screen.getByRole('region', { name: 'Compare' });
    this.saving = page.getByRole('dialog', { name: 'Save as a model' });
  }

  async show(): Promise<void> {
    await this.#page.keyboard.press('4');
    await expect(this.screen).toBeVisible();
  }

  row(text: string | RegExp): Locator {
    return this.list.getByRole('option').filter({ hasText: text });
  }

  version(title: string | RegExp): Locator {
    return this.timeline.getByRole('button', { name: title });
  }

  get versions(): Locator {
    return this.timeline.getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name });
  }

  async tag(tag: string): Promise<void> {
    const field = this.screen.getByRole('combobox', { name: 'Add a tag' });
    await field.fill(tag);
    await field.press('Enter');
    await expect(this.button(`Remove the tag ${tag}`)).toBeVisible();
  }

  /** Saves what is on the chip as a new model, with keys alone. */
  async saveNew(name: string, options: { readonly live?: boolean } = {}): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Shift+s');
    const field = this.saving.getByRole('textbox', { name: 'Name', exact: true });
    await field.fill(name);
    if (options.live === true) await this.saving.getByRole('checkbox', { name: /live/ }).check();
    await expect(this.saving.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
    await field.press('Enter');
    await expect(this.saving).toBeHidden();
  }

  /** Saves what is on the chip as the next version of the model that was looked at last. */
  async saveVersion(title?: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Shift+s');
    await this.saving.getByText('A new version of a model').click();
    if (title !== undefined)
      await this.saving.getByRole('textbox', { name: 'Title of the version' }).fill(title);
    await this.saving.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.saving).toBeHidden();
  }

  async compareWith(version: string | RegExp): Promise<void> {
    await this.comparison.getByRole('button', { name: /Compared with/ }).click();
    await this.#page.getByRole('option', { name: version }).click();
  }

  /** Gives the library so many copies of its first model and opens the page again with them. */
  async fill(count: number): Promise<void> {
    await this.#page.evaluate(async (copies) => {
      const wait = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('the database refused'));
        });
      const database = await wait(indexedDB.open('photonic-studio'));
      const stores = database.transaction(['models', 'model-versions'], 'readwrite');
      const [models, versions] = [stores.objectStore('models'), stores.objectStore('model-versions')];
      const [model] = (await wait(models.getAll())) as { readonly updatedAt: number }[];
      const [version] = (await wait(versions.getAll())) as { readonly summary: object }[];
      for (let i = 0; i < copies; i++) {
        const id = `copy-${i}`;
        models.put({ ...model, id, name: `Copy ${i}`, tags: i % 50 === 0 ? ['fifty'] : [], live: undefined });
        for (const k of [0, 1, 2])
          versions.put({
            ...version,
            id: `${id}-${k}`,
            model: id,
            parent: k === 0 ? undefined : `${id}-${k - 1}`,
            title: `Version ${k}`,
            createdAt: 1000 + k,
            summary: { ...version?.summary, accuracy: ((i * 37 + k) % 100) / 100 },
          });
      }
      await new Promise((resolve) => stores.addEventListener('complete', resolve));
      database.close();
    }, count);
    await this.#page.reload();
  }
}
