import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, platform, release, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchTable, failedRow } from './bench-table.mjs';
import { globMatcher } from './glob.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

/**
 * @typedef {import('./bench-table.mjs').Row} Row
 * @typedef {{ id: string, unit: string, goal: unknown, what: string }} Entry
 * @typedef {{ ids(): Promise<Entry[]>, run(id: string): Promise<Row> }} PageBench what the page offers at ?bench
 */

const usage =
  'Usage: npm run bench -- [--only GLOB] [--json FILE] [--headless=no]   (GLOB knows * and {a,b})';
/** A row may train for minutes. */
const rowTimeout = 30 * 60_000;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, json: { type: 'string' }, headless: { type: 'string' } },
    });
    return {
      matches: globMatcher(values.only ?? '*'),
      json: values.json,
      headless: values.headless !== 'no',
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

/**
 * A page with its benchmark ready. Each row that crashes or hangs gets a fresh one.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function openPage(browser, url) {
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
 * @param {import('@playwright/test').Page} page
 * @param {Entry} entry
 * @returns {Promise<Row>}
 */
async function runRow(page, entry) {
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
  const result = page.evaluate((id) => {
    const { photonicBench } = /** @type {{ photonicBench: PageBench }} */ (/** @type {unknown} */ (window));
    return photonicBench.run(id);
  }, entry.id);
  // Whichever loses the race may still reject later.
  for (const promise of [result, timeout, crash]) promise.catch(() => undefined);
  try {
    return /** @type {Row} */ (await Promise.race([result, timeout, crash]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * In a page of its own: nothing another row compiled, loaded or kept in memory speeds it up or slows it down.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {Entry} entry
 */
async function runInPage(browser, url, entry) {
  const page = await openPage(browser, url);
  try {
    return await runRow(page, entry);
  } finally {
    await page.context().close();
  }
}

/** The commit measured, marked where the working tree differs from it. */
function commit() {
  try {
    const git = (/** @type {string[]} */ ...args) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with local changes');
  } catch {
    return 'unknown';
  }
}

/** @param {{ matches: (id: string) => boolean, json: string | undefined, headless: boolean }} options */
async function main({ matches, json, headless }) {
  await ensureInstalled();
  const { buildPage } = await import('./build.mjs');
  if (!(await buildPage())) throw new Error('The build failed; see the messages above.');
  const { computeFlags, ensureChromium, ensureXz } = await import('./chromium.mjs');
  const executablePath = await ensureChromium();
  await ensureXz();
  const { startServer } = await import('./static-server.mjs');
  const { chromium } = await import('@playwright/test');

  const server = await startServer({ dist: `${root}dist`, port: 0 });
  const browser = await chromium.launch({ executablePath, headless, args: computeFlags });
  /** @type {Row[]} */
  const rows = [];
  const machine = { browser, url: server.url, executablePath };
  try {
    const first = await openPage(browser, server.url);
    const inPage = await first.evaluate(() => {
      const { photonicBench } = /** @type {{ photonicBench: PageBench }} */ (/** @type {unknown} */ (window));
      return photonicBench.ids();
    });
    await first.context().close();
    const { studioRows } = await import('./bench/studio-rows.mjs');
    const { runStudioRow } = await import('./bench/run-studio-row.mjs');
    const { securityRows } = await import('./bench/security-rows.mjs');
    const outside = [...studioRows, ...securityRows];
    const all = [...inPage, ...outside];
    const chosen = all.filter(({ id }) => matches(id));
    if (chosen.length === 0) throw new Error(`No row matches. Rows: ${all.map(({ id }) => id).join(', ')}`);
    for (const [index, entry] of chosen.entries()) {
      console.log(`[${String(index + 1)}/${String(chosen.length)}] ${entry.id}: ${entry.what}`);
      const started = performance.now();
      const fromOutside = outside.find(({ id }) => id === entry.id);
      const measured = fromOutside
        ? runStudioRow(fromOutside, machine)
        : runInPage(browser, server.url, entry);
      const row = await measured.catch((/** @type {unknown} */ error) => failedRow(entry, error));
      rows.push(row);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const outcome = row.value === null ? String(row.detail) : `${String(row.value)} ${row.unit}`;
      console.log(`      ${outcome}, ${row.pass ? 'reached' : 'NOT REACHED'} (${seconds} s)`);
    }
  } finally {
    await browser.close();
    await server.close();
  }

  console.log(`\n${benchTable(rows)}`);
  const report = {
    date: new Date().toISOString(),
    commit: commit(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      system: `${platform()} ${release()}`,
      browser: `Chromium ${browser.version()}`,
    },
    rows,
  };
  if (json !== undefined) {
    const file = resolve(json);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`\nWritten to ${file}`);
  }
  return rows.every(({ pass }) => pass);
}

const options = readArguments();
try {
  process.exitCode = (await main(options)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
