import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * The studio as a bench meets it: a fresh profile, wide window, nothing kept.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ viewport?: { width: number, height: number } }} [options]
 */
export async function freshPage(browser, { viewport = { width: 1440, height: 900 } } = {}) {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  return context.newPage();
}

/**
 * Waits for the run to be in one of the states, and for whatever else is under way.
 * @param {Page} page
 * @param {string[]} states
 */
export async function reaches(page, states) {
  await page.waitForFunction(
    (wanted) => wanted.includes(document.documentElement.dataset['runState'] ?? ''),
    states,
    { timeout: 180_000 },
  );
}

/**
 * Opens the studio with the gallery's experiment of that name, changed as asked, and stops what runs by itself.
 * @param {Page} page
 * @param {string} url
 * @param {string} name
 * @param {(experiment: Record<string, unknown>) => Record<string, unknown>} [change]
 */
export async function openExperiment(page, url, name, change = (experiment) => experiment) {
  await page.goto(url);
  await reaches(page, ['ready', 'running', 'finished', 'paused']);
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Gallery', exact: true })
    .click();
  const card = page.getByRole('link', { name: new RegExp(name) }).first();
  const href = (await card.getAttribute('href')) ?? '';
  const text = /#e=([\w-]+)/.exec(href)?.[1] ?? '';
  /** @type {Record<string, unknown>} */
  const experiment = JSON.parse(inflateRawSync(Buffer.from(text, 'base64url')).toString('utf8'));
  const link = deflateRawSync(JSON.stringify(change(experiment))).toString('base64url');
  await page.goto('about:blank');
  await page.goto(`${url}#e=${link}`);
  await reaches(page, ['ready']);
}

/**
 * Durations of the page's own measures of that name, milliseconds.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<number[]>}
 */
export function measures(page, name) {
  return page.evaluate(
    (of) => performance.getEntriesByName(of, 'measure').map((entry) => entry.duration),
    name,
  );
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0 … 1
 */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
