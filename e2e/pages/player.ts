import type { Locator, Page } from '@playwright/test';
import type { Studio } from './studio';

/** Train, pause, step, reset, and how far. */
export class Player {
  readonly region: Locator;
  readonly train: Locator;
  readonly pause: Locator;
  readonly step: Locator;
  readonly reset: Locator;
  readonly progress: Locator;
  readonly #studio: Studio;

  constructor(page: Page, studio: Studio) {
    this.#studio = studio;
    this.region = page.getByRole('region', { name: 'Training' });
    this.train = this.region.getByRole('button', { name: /^(Train|Continue|Train again)$/ });
    this.pause = this.region.getByRole('button', { name: 'Pause' });
    this.step = this.region.getByRole('button', { name: 'Single step' });
    this.reset = this.region.getByRole('button', { name: /^Reset to seed/ });
    this.progress = this.region.getByRole('progressbar', { name: 'Training progress' });
  }

  /** Trains to the end of the plan. */
  async finish(): Promise<void> {
    await this.train.click();
    await this.#studio.settled('finished');
  }

  async pauseRun(): Promise<void> {
    await this.pause.click();
    await this.#studio.settled('paused');
  }

  /** Steps of the run so far, as the progress says them while it is not running. */
  async stepsDone(): Promise<number> {
    const text = await this.region.getByText(/^step [\d\s,.]+ of/i).innerText();
    return Number(text.split(' of ')[0]?.replace(/\D/g, ''));
  }

  async resetRun(): Promise<void> {
    await this.reset.click();
    await this.#studio.settled('ready');
  }
}
