/**
 * @typedef {import('../../src/bench/results/schema').ResultRow} ResultRow
 * @typedef {import('../../src/bench/page').PhotonicBench} PageBench what the page offers at ?bench
 * @typedef {Awaited<ReturnType<PageBench['ids']>>[number]} Entry
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ browser: import('@playwright/test').Browser, url: string }} Site
 */

/** A row may train for minutes. */
const rowTimeout = 30 * 60_000;

/**
 * A page with its benchmark ready. Each row that crashes or hangs gets a fresh one.
 * @param {Site} site
 */
async function openPage({ browser, url }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    console.error(`  page: ${error.message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`  page: ${message.text()}`);
  });
  await page.goto(`${url}?bench`);
  await page.waitForFunction(() => 'photonicBench' in window, undefined, { timeout: 60_000 });
  return page;
}

/**
 * In a page of its own: nothing another row compiled, loaded or kept in memory speeds it up or slows it down.
 * @template T
 * @param {Site} site
 * @param {(page: Page) => Promise<T>} use
 */
async function withPage(site, use) {
  const page = await openPage(site);
  try {
    return await use(page);
  } finally {
    await page.context().close();
  }
}

/**
 * The rows that the page offers, and what it says of its machine.
 * @param {Site} site
 */
export function askPage(site) {
  return withPage(site, (page) =>
    page.evaluate(async () => {
      const { photonicBench } = /** @type {{ photonicBench: PageBench }} */ (/** @type {unknown} */ (window));
      return { entries: await photonicBench.ids(), machine: await photonicBench.machine() };
    }),
  );
}

/**
 * The calibration kernel alone, for rows that are measured from outside.
 * @param {Site} site
 */
export function calibrate(site) {
  return withPage(site, (page) =>
    page.evaluate(() => {
      const { photonicBench } = /** @type {{ photonicBench: PageBench }} */ (/** @type {unknown} */ (window));
      return photonicBench.calibrate();
    }),
  );
}

/**
 * @param {Site} site
 * @param {string} id
 * @returns {Promise<ResultRow>}
 */
export function runInPage(site, id) {
  return withPage(site, (page) => runRow(page, id));
}

/**
 * @param {Page} page
 * @param {string} id
 * @returns {Promise<ResultRow>}
 */
async function runRow(page, id) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const timeout = new Promise((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No result after ${String(rowTimeout / 60_000)} minutes.`));
    }, rowTimeout);
  });
  const crash = new Promise((_resolve, reject) => {
    page.once('crash', () => {
      reject(new Error('The page crashed.'));
    });
  });
  const result = page.evaluate((row) => {
    const { photonicBench } = /** @type {{ photonicBench: PageBench }} */ (/** @type {unknown} */ (window));
    return photonicBench.run(row);
  }, id);
  // Whichever loses the race may still reject later.
  for (const promise of [result, timeout, crash]) promise.catch(() => undefined);
  try {
    return /** @type {ResultRow} */ (await Promise.race([result, timeout, crash]));
  } finally {
    clearTimeout(timer);
  }
}
