import type { Locator, Page } from '@playwright/test';

/** Samples of one's own and the network's answer. */
export class Predict {
  readonly pad: Locator;
  readonly vowel: Locator;
  readonly bars: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.pad = page.getByRole('application', { name: /^Drawing pad/ });
    this.vowel = page.getByRole('slider', { name: 'Vowel chart' });
    this.bars = page.getByRole('list', { name: 'Probability of each class' });
  }

  async show(): Promise<void> {
    await this.#page.getByRole('tab', { name: 'Predict' }).click();
  }

  /** Draws strokes given as points of a unit square. */
  async draw(...strokes: readonly (readonly (readonly [x: number, y: number])[])[]): Promise<void> {
    await this.pad.scrollIntoViewIfNeeded();
    const box = await this.pad.boundingBox();
    if (box === null) throw new Error('The drawing pad is not on the page.');
    const { mouse } = this.#page;
    for (const [first, ...rest] of strokes) {
      if (first === undefined) continue;
      await mouse.move(box.x + first[0] * box.width, box.y + first[1] * box.height);
      await mouse.down();
      for (const [x, y] of rest)
        await mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
      await mouse.up();
    }
  }
}
