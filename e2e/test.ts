import type { BrowserContext, Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { Studio } from './pages/studio';

/** What a journey may cause on purpose; everything else on these lists fails its test. */
interface Expected {
  /** Console errors that belong to the fault under test. */
  readonly consoleErrors: RegExp[];
  /** Errors that are thrown on purpose. */
  readonly uncaught: RegExp[];
  /** Other origins that the journey is about. */
  readonly foreignRequests: RegExp[];
}

/** Everything a page did that no journey should cause. */
export class Watch {
  readonly troubles: string[] = [];
  readonly expected: Expected = { consoleErrors: [], uncaught: [], foreignRequests: [] };
  readonly #origin: string;

  constructor(baseURL: string) {
    this.#origin = new URL(baseURL).origin;
  }

  follow(page: Page): void {
    page.on('pageerror', (error) => {
      if (this.expected.uncaught.some((pattern) => pattern.test(error.message))) return;
      this.troubles.push(`uncaught: ${error.stack ?? error.message}`);
    });
    page.on('console', (message) => {
      const isExpected = this.expected.consoleErrors.some((pattern) => pattern.test(message.text()));
      if (message.type() === 'error' && !isExpected) this.troubles.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = url.startsWith(this.#origin) || /^(data|blob):/.test(url);
      if (!isOwn && !this.expected.foreignRequests.some((pattern) => pattern.test(url)))
        this.troubles.push(`third party: ${url}`);
    });
  }
}

/** `auto`: as on a first visit, when short runs are slowed so that they can be watched. */
type Pace = 'auto' | 'full';

/** `first`: nobody has been here before, so that the studio greets and trains by itself. */
type Visit = 'first' | 'later';

/** Lets runs in this context go at full speed, and nothing start by itself. */
export async function hurry(context: BrowserContext): Promise<void> {
  await preferFull(context);
  await beenHere(context);
}

async function preferFull(context: BrowserContext): Promise<void> {
  await context.addInitScript(preferFullSpeed);
}

/** Someone has visited the studio in this context before. */
async function beenHere(context: BrowserContext): Promise<void> {
  await context.addInitScript(rememberVisit);
}

function rememberVisit(): void {
  if (!location.protocol.startsWith('http')) return;
  const key = 'photonic-lessons';
  const visit = { state: { visited: true, welcome: false, at: {}, done: {} }, version: 0 };
  if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(visit));
}

/** As if an earlier visit had chosen full speed; what the visit under test chooses stays. */
function preferFullSpeed(): void {
  // Empty pages and frames have no storage.
  if (!location.protocol.startsWith('http')) return;
  const key = 'photonic-preferences';
  const preferences = { state: { theme: 'system', dockHeight: 264, pace: 'full' }, version: 0 };
  if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(preferences));
}

/** Tests with the studio's page, which fail on console errors, uncaught errors and foreign requests. */
export const test = base.extend<{ pace: Pace; visit: Visit; watch: Watch; studio: Studio }>({
  visit: ['later', { option: true }],
  pace: ['full', { option: true }],
  watch: [
    async ({ context, baseURL, pace, visit }, use) => {
      if (visit === 'later') await beenHere(context);
      if (pace === 'full') await preferFull(context);
      const watch = new Watch(baseURL ?? '');
      context.on('page', (page) => {
        watch.follow(page);
      });
      await use(watch);
      expect(watch.troubles, 'errors and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
  // The watch comes first, so that it sees the page from its beginning.
  studio: async ({ watch: _watch, page, request }, use, testInfo) => {
    const original = await request.get('/data/index.json');
    testInfo.skip(
      !original.ok(),
      'Journeys train on the original data sets: set PHOTONIC_DATA_DIR to a folder with them (docs/formats.md).',
    );
    await use(new Studio(page));
  },
});

export { expect };
