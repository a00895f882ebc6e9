import type { Download, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A file as a person would drop it. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opening files with a look at them first, and exporting. */
export class Exchange {
  readonly importing: Locator;
  readonly exporting: Locator;
  readonly apply: Locator;
  readonly save: Locator;
  readonly preview: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.importing = page.getByRole('dialog', { name: /^Open (a file|\d+ files)$/ });
    this.exporting = page.getByRole('dialog', { name: 'Export' });
    this.apply = this.importing.getByRole('button', {
      name: /^(Open the|Set the|Use the|Take it|See its|Open all)/,
    });
    this.save = this.exporting.getByRole('button', { name: 'Save file' });
    this.preview = this.exporting.getByRole('group', { name: 'Preview' });
  }

  /** Drops files on the page. */
  async drop(...files: readonly Dropped[]): Promise<void> {
    const plain = files.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('base64') }));
    const transfer = await this.#page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, text } of given)
        data.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
      return data;
    }, plain);
    await this.#page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  async dropText(name: string, text: string): Promise<void> {
    await this.drop({ name, bytes: new TextEncoder().encode(text) });
  }

  /** What the preview says of one file. */
  item(name: string): Locator {
    return this.importing.getByRole('region', { name });
  }

  async openExport(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+e');
    await expect(this.exporting).toBeVisible();
  }

  /** Chooses a format and waits until its file is made. */
  async choose(name: string): Promise<void> {
    await this.exporting.getByRole('option', { name }).click();
    await expect(this.save).toBeEnabled();
  }

  /** Saves the file of a format; its name and bytes. */
  async saved(name: string): Promise<Dropped> {
    await this.choose(name);
    const [download] = await Promise.all([this.#page.waitForEvent('download'), this.save.click()]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
  }
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}
