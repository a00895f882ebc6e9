import { failedRow, benchTable } from './bench-table.mjs';
import { askPage, runInPage } from './bench/bench-page.mjs';
import { readOptions } from './bench/options.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

/**
 * @typedef {import('../src/bench/results/schema').BenchResults} BenchResults
 * @typedef {import('../src/bench/results/schema').ResultRow} ResultRow
 * @typedef {import('./bench/options.mjs').Options} Options
 * @typedef {{ id: string, what: string, unit: string, goal: ResultRow['goal'], isQuick?: boolean }} Entry
 */

/** @param {Options} options */
async function main(options) {
  await ensureInstalled();
  const { readResults, resultModules, writeText } = await import('./bench/results.mjs');
  const { printComparison } = await import('./bench/compare.mjs');
  // Read first: a wrong name should not cost the measurement.
  const before = options.compare === undefined ? undefined : await readResults(options.compare);
  const isWanted = (/** @type {string} */ id) => !options.isQuick && options.matches(id);
  if (options.with !== undefined && before !== undefined)
    return printComparison(before, await readResults(options.with), { ...options, isWanted });

  const results = await measure(options);
  const { goalText, rangeText, resultsMarkdown } = await resultModules();
  const shown = results.rows.map((row) => {
    const range = rangeText(row);
    const detail = range === '' ? row.detail : `${row.detail}; quartiles ${range} times`;
    return { ...row, goal: goalText(row.goal), detail };
  });
  console.log(`\n${benchTable(shown)}`);
  if (options.json !== undefined) await writeText(options.json, `${JSON.stringify(results, null, 2)}\n`);
  if (options.markdown !== undefined) await writeText(options.markdown, resultsMarkdown(results));
  const isSteady = before === undefined || (await printComparison(before, results, { ...options, isWanted }));
  return isSteady && results.rows.every(({ pass }) => pass);
}

/**
 * Builds the page, and measures in it what was chosen.
 * @param {Options} options
 * @returns {Promise<BenchResults>}
 */
async function measure(options) {
  const { buildPage } = await import('./build.mjs');
  if (!(await buildPage())) throw new Error('The build failed; see the messages above.');
  const { computeFlags, ensureChromium, ensureXz } = await import('./chromium.mjs');
  const executablePath = await ensureChromium();
  await ensureXz();
  const { startServer } = await import('./static-server.mjs');
  const { chromium } = await import('@playwright/test');
  const { machineOf } = await import('./bench/results.mjs');
  const { noteRows } = await import('./reports.mjs');
  const { workingCommit } = await import('./working-commit.mjs');
  const server = await startServer({ dist: `${root}dist`, port: 0 });
  const browser = await chromium.launch({ executablePath, headless: options.headless, args: computeFlags });
  const site = { browser, url: server.url, executablePath };
  try {
    const { entries, machine } = await askPage(site);
    const rows = await measureRows(site, entries, options);
    await noteRows(rows);
    return {
      schema: 1,
      date: new Date().toISOString(),
      commit: workingCommit(),
      machine: machineOf(`Chromium ${browser.version()}`, machine.adapter),
      rows,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * All chosen rows in every round: what disturbs the machine for a while meets one round of many rows and not all rounds of
 * one.
 * @param {import('./bench/studio-rows.mjs').Machine} site
 * @param {readonly Entry[]} inPage
 * @param {Options} options
 */
async function measureRows(site, inPage, { matches, isQuick, rounds }) {
  const { studioRows } = await import('./bench/studio-rows.mjs');
  const { runStudioRow } = await import('./bench/run-studio-row.mjs');
  const { securityRows } = await import('./bench/security-rows.mjs');
  const { mergeRounds } = await (await import('./bench/results.mjs')).resultModules();
  const outside = [...studioRows, ...securityRows];
  /** @type {readonly Entry[]} */
  const all = [...inPage, ...outside];
  const chosen = all.filter((entry) => matches(entry.id) && (!isQuick || entry.isQuick === true));
  if (chosen.length === 0) throw new Error(`No row matches. Rows: ${all.map(({ id }) => id).join(', ')}`);
  /** @type {Map<string, ResultRow[]>} */
  const measured = new Map(chosen.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++)
    for (const [index, entry] of chosen.entries()) {
      const which = rounds > 1 ? `round ${String(round + 1)}, ` : '';
      console.log(`[${which}${String(index + 1)}/${String(chosen.length)}] ${entry.id}: ${entry.what}`);
      const started = performance.now();
      const fromOutside = outside.find(({ id }) => id === entry.id);
      const row = await (fromOutside ? runStudioRow(fromOutside, site) : runInPage(site, entry.id)).catch(
        (/** @type {unknown} */ error) => emptyRow(entry, error),
      );
      measured.get(entry.id)?.push(row);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const outcome = row.value === null ? row.detail : `${String(row.value)} ${row.unit}`;
      const verdict = row.goal === null ? '' : row.pass ? ', reached' : ', NOT REACHED';
      console.log(`      ${outcome}${verdict} (${seconds} s)`);
    }
  return [...measured.values()].map(mergeRounds);
}

/**
 * @param {Entry} entry
 * @param {unknown} error
 * @returns {ResultRow}
 */
function emptyRow(entry, error) {
  const { id, unit, value, pass, detail } = failedRow(entry, error);
  return {
    id,
    value,
    unit,
    quartiles: null,
    repetitions: 1,
    goal: entry.goal,
    pass,
    calibration: null,
    relative: null,
    detail: String(detail),
  };
}

const options = readOptions();
try {
  process.exitCode = (await main(options)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
