import { resultModules } from './results.mjs';

/**
 * @typedef {import('../../src/bench/results/schema').BenchResults} BenchResults
 * @typedef {import('../../src/bench/results/compare').Change} Change
 */

/** What the table says of a row; in the order in which a reader wants them. */
const words = {
  worse: 'WORSE',
  failed: 'FAILED',
  missing: 'MISSING',
  better: 'better',
  new: 'new',
  same: 'same',
};

/**
 * Prints what changed since earlier results; whether nothing became worse.
 * @param {BenchResults} before
 * @param {BenchResults} now
 * @param {{ isWanted?: (id: string) => boolean, threshold?: number | undefined }} [options]
 */
export async function printComparison(before, now, { isWanted, threshold } = {}) {
  const { compareResults, numberText } = await resultModules();
  const least = threshold === undefined ? undefined : 1 + threshold;
  const { changes, regressions, machineRatio } = compareResults(before, now, isWanted, least);
  console.log(
    `\nCompared with ${before.commit.slice(0, 12)} of ${before.date.slice(0, 10)} on ${before.machine.cpu}`,
  );
  if (machineRatio !== undefined)
    console.log(
      `The calibration kernel takes ${machineRatio.toFixed(2)} times what it took then; times and rates are compared after division by it.`,
    );
  console.log(changesTable(changes, numberText));
  const [first] = regressions;
  console.log(
    first === undefined
      ? 'Nothing became worse than its spread allows.'
      : `${String(regressions.length)} of ${String(changes.length)} rows: ${regressions.map(({ id, verdict }) => `${id} ${words[verdict]}`).join(', ')}`,
  );
  return first === undefined;
}

/**
 * @param {readonly Change[]} changes
 * @param {(value: number) => string} numberText
 */
export function changesTable(changes, numberText) {
  const order = Object.keys(words);
  const figure = (/** @type {number | null} */ value) => (value === null ? '–' : numberText(value));
  const lines = [
    ['', 'row', 'before', 'now', 'unit', 'times worse', 'noise up to'],
    ...changes
      .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
      .map(({ id, unit, before, now, worsening, limit, verdict }) => [
        words[verdict],
        id,
        figure(before),
        figure(now),
        unit,
        worsening === undefined ? '' : worsening.toFixed(3),
        limit === undefined ? '' : limit.toFixed(3),
      ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const isNumber = (/** @type {number} */ column) => [2, 3, 5, 6].includes(column);
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
