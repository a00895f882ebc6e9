import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { root } from './paths.mjs';
import { workingCommit } from './working-commit.mjs';

/**
 * What was tested and measured last, by stage and by row, each with its commit and date: npm run gates reads it. Kept out
 * of the repository.
 */
const folder = `${root}reports/`;

/**
 * @typedef {import('../src/bench/gates/gates').StageResult} StageResult
 * @typedef {import('../src/bench/results/schema').ResultRow} ResultRow
 * @typedef {ResultRow & { commit: string, date: string }} StoredRow
 */

/**
 * @template T
 * @param {string} name
 * @param {T} otherwise where there is none, or none that can be read
 * @returns {Promise<T>}
 */
export async function readReport(name, otherwise) {
  try {
    return /** @type {T} */ (JSON.parse(await readFile(folder + name, 'utf8')));
  } catch {
    return otherwise;
  }
}

/**
 * Written beside and moved into place: whoever reads meets the old one or the new one.
 * @param {string} name
 * @param {unknown} content
 */
export async function writeReport(name, content) {
  await mkdir(folder, { recursive: true });
  const beside = `${folder}.${name}.${String(process.pid)}`;
  await writeFile(beside, `${JSON.stringify(content, null, 2)}\n`);
  await rename(beside, folder + name);
}

/** @param {readonly ResultRow[]} rows */
export async function noteRows(rows) {
  const known = await readReport('bench.json', { schema: 1, rows: /** @type {StoredRow[]} */ ([]) });
  const stamp = { commit: workingCommit(), date: new Date().toISOString() };
  const ids = new Set(rows.map(({ id }) => id));
  const kept = known.rows.filter(({ id }) => !ids.has(id));
  await writeReport('bench.json', {
    schema: 1,
    rows: [...kept, ...rows.map((row) => ({ ...row, ...stamp }))],
  });
}

/** @param {Readonly<Record<string, import('./counts.mjs').Counts>>} stages */
export async function noteStages(stages) {
  const known = await readReport('tests.json', {
    schema: 1,
    stages: /** @type {Record<string, StageResult>} */ ({}),
  });
  const stamp = { commit: workingCommit(), date: new Date().toISOString() };
  const noted = Object.fromEntries(
    Object.entries(stages).map(([name, counts]) => [name, { ...counts, ...stamp }]),
  );
  await writeReport('tests.json', { schema: 1, stages: { ...known.stages, ...noted } });
}
