import type { Locator, Page } from '@playwright/test';

/** The canvas of the whole network: blocks in the order of light, and pieces to add. */
export class Network {
  readonly region: Locator;
  readonly toggle: Locator;
  readonly blocks: Locator;
  readonly palette: Locator;
  readonly duplicate: Locator;
  readonly remove: Locator;
  /** The number that a block's edge changes. */
  readonly size: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Network' });
    this.toggle = this.region.getByRole('button', { name: 'Network' });
    this.blocks = this.region.getByRole('row', { name: /^(Layer|Stage) \d/ });
    this.palette = this.region.getByRole('listbox', { name: 'Pieces to add' });
    this.duplicate = this.region.getByRole('button', { name: /^Duplicate/ });
    this.remove = this.region.getByRole('button', { name: /^Delete/ });
    this.size = this.region.getByRole('textbox', { name: /^(Modes of the network|Channels of stage)/ });
  }

  block(number: number): Locator {
    return this.blocks.nth(number - 1);
  }

  piece(name: string): Locator {
    return this.palette.getByRole('option', { name, exact: true });
  }

  /** What every block is, in the order of light, as it is read aloud. */
  async names(): Promise<readonly string[]> {
    return this.blocks.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Moves something by mouse to a place on something else, a share of its width from its left. */
  async drag(from: Locator, to: Locator, share: number): Promise<void> {
    const box = await to.boundingBox();
    if (box === null) throw new Error('Nothing to drop on.');
    await from.dragTo(to, {
      // A press on the very centre would pass for a screen reader's.
      sourcePosition: { x: 7, y: 9 },
      targetPosition: { x: box.width * share, y: box.height / 3 },
    });
  }

  /** Drags a block's lower edge by so many pixels. */
  async resize(number: number, pixels: number): Promise<void> {
    const edge = this.block(number).getByTitle(/^Drag to change the size/);
    const box = await edge.boundingBox();
    if (box === null) throw new Error('The block has no edge.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    for (let step = 1; step <= 4; step++) await this.#page.mouse.move(x, y + (pixels * step) / 4);
    await this.#page.mouse.up();
  }
}
