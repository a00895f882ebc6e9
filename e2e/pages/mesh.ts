import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The drawn chip, the sample that lights it, and what its detectors read. */
export class Mesh {
  readonly canvas: Locator;
  readonly readings: Locator;
  readonly sample: Locator;
  /** In the inspector, beside the phases. */
  readonly undoEdit: Locator;
  /** The stages of a convolution, and which tile is drawn. */
  readonly stages: Locator;
  readonly tile: Locator;
  /** The whole chip in small, while it does not fit. */
  readonly map: Locator;
  /** Probes with what they read, in the inspector. */
  readonly probes: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const region = page.getByRole('region', { name: 'Mesh' });
    this.canvas = region.getByRole('application', { name: /^Chip\./ });
    this.readings = region.getByRole('list', {
      name: /^(Light at the class ports|Probability of each class)$/,
    });
    this.stages = region.getByRole('list', { name: 'Stages of the network' });
    this.tile = region.getByRole('group', { name: 'Tile' });
    this.map = region.getByRole('slider', { name: /^Whole chip/ });
    this.probes = page.getByRole('list', { name: 'Probes' }).getByRole('listitem');
    this.sample = region.getByRole('group', { name: 'Sample' });
    this.undoEdit = page.getByRole('tabpanel').getByRole('button', { name: 'Undo phase edit' });
  }

  /** Selects an interferometer with the arrow keys, from the chip's first one. */
  async select(...keys: readonly string[]): Promise<void> {
    await this.canvas.focus();
    for (const key of ['ArrowRight', ...keys]) await this.canvas.press(key);
  }

  /** A phase's field in the inspector. */
  phase(name: 'θ, internal' | 'φ, external'): Locator {
    return this.#page.getByRole('textbox', { name });
  }

  async typePhase(name: 'θ, internal' | 'φ, external', text: string): Promise<void> {
    await this.phase(name).fill(text);
    await this.phase(name).press('Enter');
  }

  /** Where the drawing lies on the page. */
  async box(): Promise<{
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }> {
    const box = await this.canvas.boundingBox();
    if (box === null) throw new Error('The chip is not drawn.');
    return box;
  }

  /** The picture in words. */
  summary(): Promise<string> {
    return this.canvas.evaluate((canvas) => {
      const id = canvas.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent ?? '';
    });
  }

  /** What every detector reads, as the page writes it. */
  shares(): Promise<string> {
    return this.readings.innerText();
  }

  /** Shares of the canvas that are painted at all, and painted in the amber of light. */
  paint(): Promise<{ readonly painted: number; readonly amber: number }> {
    return this.canvas.evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: new Uint8ClampedArray(),
      };
      let painted = 0;
      let amber = 0;
      for (let i = 0; i < data.length; i += 4) {
        const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(i, i + 4);
        if (alpha > 0) painted++;
        // Hue between red and yellow, clearly coloured: the light token of either theme.
        if (alpha > 80 && red > green && green > blue && red - blue > 70) amber++;
      }
      const pixels = Math.max(1, data.length / 4);
      return { painted: painted / pixels, amber: amber / pixels };
    });
  }

  /** Waveguides are drawn, and light flows in them. */
  async isLit(): Promise<void> {
    await expect.poll(async () => (await this.paint()).painted).toBeGreaterThan(0.01);
    await expect.poll(async () => (await this.paint()).amber).toBeGreaterThan(0.001);
  }
}
