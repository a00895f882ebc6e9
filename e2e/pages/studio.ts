import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { Budget } from './budget';
import { Charts } from './charts';
import { Commands } from './commands';
import { Design } from './design';
import { Gallery } from './gallery';
import { Lesson } from './lesson';
import { Mesh } from './mesh';
import { Messages } from './messages';
import { Network } from './network';
import { Player } from './player';
import { Predict } from './predict';
import { Share } from './share';
import { Studies } from './studies';
import { Program } from './program';

export type RunState = 'opening' | 'ready' | 'running' | 'paused' | 'finished' | 'recovering' | 'failed';

/** The studio as its user sees it: every locator is a role, a label or visible text. */
export class Studio {
  readonly page: Page;
  readonly player: Player;
  readonly design: Design;
  readonly mesh: Mesh;
  readonly gallery: Gallery;
  readonly lesson: Lesson;
  readonly share: Share;
  readonly network: Network;
  readonly charts: Charts;
  readonly budget: Budget;
  readonly studies: Studies;
  readonly predict: Predict;
  readonly program: Program;
  readonly commands: Commands;
  readonly messages: Messages;

  constructor(page: Page) {
    this.page = page;
    this.player = new Player(page, this);
    this.design = new Design(page);
    this.mesh = new Mesh(page);
    this.gallery = new Gallery(page);
    this.lesson = new Lesson(page);
    this.share = new Share(page);
    this.network = new Network(page);
    this.charts = new Charts(page);
    this.budget = new Budget(page);
    this.studies = new Studies(page);
    this.predict = new Predict(page);
    this.program = new Program(page);
    this.commands = new Commands(page);
    this.messages = new Messages(page);
  }

  /** Opens an address and waits until its run is open and nothing is under way. */
  async open(address = '/', state: RunState = 'ready'): Promise<void> {
    await this.page.goto(address);
    await this.settled(state);
  }

  /** Waits until the run is in `state` and the page waits for its user. */
  async settled(state: RunState): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-run-state', state, { timeout: 60_000 });
    // A report over the test set takes a while on a busy machine.
    await expect(this.page.locator('html')).toHaveAttribute('data-idle', 'true', { timeout: 60_000 });
  }

  /** Waits until the run is in `state`, whatever is still under way. */
  async reaches(state: RunState): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-run-state', state, { timeout: 60_000 });
  }

  /** One of the three figures that are always there. */
  figure(title: 'Accuracy' | 'Chip latency' | 'Simulator'): Locator {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${title}$`) });
    return this.page.getByRole('region', { name: 'Figures' }).locator('.figure').filter({ has: term });
  }

  /** The number of the accuracy figure, in per cent. */
  async accuracy(): Promise<number> {
    const text = await this.figure('Accuracy').locator('.figure-value').innerText();
    return Number.parseFloat(text);
  }

  get experimentName(): Locator {
    return this.page.getByRole('textbox', { name: 'Name of the experiment' });
  }

  /** The page is not empty: its parts stand and the chip is drawn. */
  async isNotBlank(): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Figures' })).toBeVisible();
    await expect(this.player.region).toBeVisible();
  }

  /** The address carries this experiment once it is kept. */
  async waitForAddress(): Promise<string> {
    await expect(this.page).toHaveURL(/#e=[\w-]+$/);
    return this.page.url();
  }
}
