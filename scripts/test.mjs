import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { closingLine, fileCounts, playwrightCounts, stageCounts, vitestCounts } from './counts.mjs';
import { ensureCloudInstalled, ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { noteStages } from './reports.mjs';
import { runTool } from './run.mjs';
import { noteTests } from './tests-passed.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

const reports = `${root}.cache/test`;

/**
 * A tool that only passes or fails counts as one test.
 * @param {string} script
 * @param {string[]} args
 */
async function check(script, args) {
  const code = await runTool(script, args);
  return stageCounts({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, code);
}

/**
 * @param {string} project
 * @param {string} [output] file for what it prints
 */
async function vitest(project, output) {
  const report = `${reports}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest/vitest.mjs', ['run', `--project=${project}`, ...reporters], { output });
  return stageCounts(await readReport(report, vitestCounts), code);
}

/** @param {('journeys' | 'long' | 'cloud' | 'cloud-long')[]} projects */
async function endToEnd(...projects) {
  const { buildPage } = await import('./build.mjs');
  if (!(await buildPage())) return stageCounts(undefined, 1);
  const report = `${reports}/e2e-${projects.join('-')}.json`;
  // Two at a time: journeys mostly wait for the page.
  const options = [
    'test',
    ...projects.map((each) => `--project=${each}`),
    '--workers=2',
    '--reporter=list,json',
  ];
  const code = await runTool('@playwright/test/cli.js', options, {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PHOTONIC_E2E_PORT: String(await freePort()) },
  });
  const looked = await readReport(report, (/** @type {Parameters<typeof fileCounts>[0]} */ said) => ({
    passed: 0,
    failed: 0,
    skipped: 0,
    ...fileCounts(said, 'accessibility.spec.ts'),
  }));
  if (looked !== undefined && looked.passed + looked.failed > 0) noted['accessibility'] = looked;
  return stageCounts(await readReport(report, playwrightCounts), code);
}

/** A port that nothing uses now, so that two checkouts can be tested side by side. */
function freePort() {
  return /** @type {Promise<number>} */ (
    new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(0, 'localhost', () => {
        const address = server.address();
        server.close(() => {
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        });
      });
    })
  );
}

/**
 * @template T
 * @param {string} path
 * @param {(report: T) => Counts} count
 */
async function readReport(path, count) {
  try {
    return count(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    console.error(`No usable test report: ${String(error)}`);
    return undefined;
  }
}

/** Points the browser tests (and what they start) to a Chromium and to xz. */
async function prepareBrowser() {
  const { ensureChromium, ensureXz } = await import('./chromium.mjs');
  process.env['CHROMIUM_PATH'] = await ensureChromium();
  await ensureXz();
  console.log(`Chromium: ${process.env['CHROMIUM_PATH']}`);
}

/**
 * Extras run only when they are asked for. What runs beside the others mostly waits: it is begun first and shown in its turn.
 * @type {Record<string, { title: string, needsBrowser?: boolean, needsCloud?: boolean, isExtra?: boolean, isBeside?: boolean, stage: (output?: string) => Promise<Counts> }>}
 */
const stages = {
  // Both follow types into what cloud/ installs.
  typecheck: {
    title: 'Type check',
    needsCloud: true,
    stage: () => check('typescript/bin/tsc', ['-p', '.']),
  },
  lint: {
    title: 'Lint and layer rules',
    needsCloud: true,
    stage: () => check('eslint/bin/eslint.js', ['.', '--max-warnings=0']),
  },
  format: {
    title: 'Format',
    stage: () => check('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  },
  unit: { title: 'Unit tests', stage: () => vitest('unit') },
  cloud: {
    title: 'Rules and sync on the emulators',
    needsCloud: true,
    isBeside: true,
    stage: (output) => vitest('cloud', output),
  },
  device: { title: 'Conformance on a device', needsBrowser: true, stage: () => vitest('device') },
  e2e: {
    title: 'End-to-end tests',
    needsBrowser: true,
    needsCloud: true,
    stage: () => endToEnd('journeys', 'cloud'),
  },
  'cloud-e2e': {
    title: 'Accounts, sync and sharing in the browser alone',
    needsBrowser: true,
    needsCloud: true,
    isExtra: true,
    stage: () => endToEnd('cloud', 'cloud-long'),
  },
  long: {
    title: 'Longer end-to-end tests',
    needsBrowser: true,
    needsCloud: true,
    isExtra: true,
    stage: () => endToEnd('long', 'cloud-long'),
  },
};

/** @returns {string[]} */
function chosenStages() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen =
    values.only?.split(',') ?? Object.keys(stages).filter((name) => stages[name]?.isExtra !== true);
  const unknown = chosen.filter((name) => !(name in stages));
  if (unknown.length === 0) return chosen;
  throw new Error(`There is no stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
}

/** What every stage came to, for npm run gates. @type {Record<string, Counts>} */
const noted = {};
const total = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs one part, whatever happened to the others, and adds up.
 * @param {string} title
 * @param {() => Promise<Counts>} stage
 */
async function perform(title, stage) {
  console.log(`\n── ${title} ──`);
  const started = performance.now();
  const counts = await stage().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return stageCounts(undefined, 1);
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${title}: ${closingLine(counts)} (${seconds} s)`);
  return counts;
}

/**
 * Begins the stages that run beside the others; each answers with what shows its output and counts it.
 * @param {string[]} chosen
 */
async function beginBeside(chosen) {
  /** @type {Map<string, () => Promise<Counts>>} */
  const begun = new Map();
  for (const name of chosen.length > 1 ? chosen : []) {
    const entry = stages[name];
    if (entry?.isBeside !== true) continue;
    await ensureCloudInstalled();
    // Otherwise two stages might compile the kernels at once.
    await (await import('./build-wasm.mjs')).buildWasm();
    const output = `${reports}/${name}.log`;
    const counted = entry.stage(output);
    counted.catch(() => undefined);
    begun.set(name, async () => {
      const counts = await counted;
      process.stdout.write(await readFile(output, 'utf8'));
      return counts;
    });
  }
  return begun;
}

try {
  const chosen = chosenStages();
  await ensureInstalled();
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const begun = await beginBeside(chosen);
  let isBrowserReady = false;
  for (const name of chosen) {
    const entry = stages[name];
    if (entry === undefined) continue;
    noted[name] = await perform(entry.title, async () => {
      if (entry.needsBrowser && !isBrowserReady) {
        await prepareBrowser();
        isBrowserReady = true;
      }
      if (entry.needsCloud) await ensureCloudInstalled();
      return begun.get(name)?.() ?? entry.stage();
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
}
await noteStages(noted);
// Chosen stages alone say nothing of the whole.
if (process.argv.length === 2) await noteTests(total.failed === 0);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
