import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, platform, release, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../paths.mjs';

/** @typedef {import('../../src/bench/results/schema').BenchResults} BenchResults */

/**
 * A module of the page's own sources.
 * @template T
 * @param {string} path below src/
 * @returns {Promise<T>}
 */
export async function sourceModule(path) {
  const { module } = /** @type {{ module: T }} */ (
    await runnerImport(`${root}src/${path}`, { configFile: false, logLevel: 'error' })
  );
  return module;
}

/** The parts of src/bench that know nothing of a browser. */
export async function resultModules() {
  const [schema, compare, markdown, goal, merge] = await Promise.all([
    /** @type {Promise<typeof import('../../src/bench/results/schema')>} */ (
      sourceModule('bench/results/schema.ts')
    ),
    /** @type {Promise<typeof import('../../src/bench/results/compare')>} */ (
      sourceModule('bench/results/compare.ts')
    ),
    /** @type {Promise<typeof import('../../src/bench/results/markdown')>} */ (
      sourceModule('bench/results/markdown.ts')
    ),
    /** @type {Promise<typeof import('../../src/bench/results/goal')>} */ (
      sourceModule('bench/results/goal.ts')
    ),
    /** @type {Promise<typeof import('../../src/bench/results/merge')>} */ (
      sourceModule('bench/results/merge.ts')
    ),
  ]);
  return { ...schema, ...compare, ...markdown, ...goal, ...merge };
}

/**
 * Results of a file.
 * @param {string} file
 * @returns {Promise<BenchResults>}
 * @throws {Error} that says what is wrong with the file and what to do
 */
export async function readResults(file) {
  const { parseResults } = await resultModules();
  const text = await readFile(resolve(file), 'utf8').catch(() => {
    throw new Error(`There is no file ${file}. Write one with npm run bench -- --json ${file}.`);
  });
  const parsed = parseResults(text, file);
  if (!parsed.ok) throw new Error(`${parsed.fault.message} ${parsed.fault.fix}`);
  return parsed.value;
}

/**
 * @param {string} file
 * @param {string} text
 */
export async function writeText(file, text) {
  const path = resolve(file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`Written to ${path}`);
}

/**
 * @param {string} browser
 * @param {string} adapter
 */
export function machineOf(browser, adapter) {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    browser,
    adapter,
  };
}
