import { parseArgs } from 'node:util';
import { gateTable, wanting } from './gates/table.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { readReport, writeReport } from './reports.mjs';
import { run } from './run.mjs';
import { workingCommit } from './working-commit.mjs';

/**
 * @typedef {import('../src/bench/gates/gates').StageResult} StageResult
 * @typedef {import('../src/bench/gates/gates').Availability} Availability
 * @typedef {import('./reports.mjs').StoredRow} StoredRow
 */

const usage = `Usage: npm run gates -- [--run]
  --run   tests and measures first what nobody has at this commit`;

/** What is stored, as the gates are judged by it. */
async function evidence() {
  const { rows } = await readReport('bench.json', { rows: /** @type {StoredRow[]} */ ([]) });
  const { stages } = await readReport('tests.json', {
    stages: /** @type {Record<string, StageResult>} */ ({}),
  });
  const availability = await readReport(
    'availability.json',
    /** @type {Availability | undefined} */ (undefined),
  );
  return { rows, stages, availability };
}

/** @param {boolean} isRunning whether what is missing is tested and measured first */
async function main(isRunning) {
  await ensureInstalled();
  const { sourceModule } = await import('./bench/results.mjs');
  const { GATES, judgeGate } = /** @type {typeof import('../src/bench/gates/gates')} */ (
    await sourceModule('bench/gates/gates.ts')
  );
  const commit = workingCommit();
  if (isRunning) {
    const { stages, rows } = wanting(GATES, await evidence(), commit);
    // They say themselves how they end; what they leave behind is judged.
    if (stages.length > 0)
      await run(process.execPath, [`${root}scripts/test.mjs`, '--only', stages.join(',')]);
    if (rows.length > 0)
      await run(process.execPath, [`${root}scripts/bench.mjs`, '--only', `{${rows.join(',')}}`]);
  }
  const known = await evidence();
  const gates = GATES.map((gate) => judgeGate(gate, known));
  await writeReport('gates.json', { schema: 1, date: new Date().toISOString(), commit, gates });
  console.log(gateTable(gates, commit));
  const held = gates.filter(({ state }) => state === 'pass').length;
  const unmeasured = gates.filter(({ state }) => state === 'unmeasured').length;
  console.log(
    `\n${String(held)} of ${String(gates.length)} gates hold` +
      (unmeasured > 0
        ? `, ${String(unmeasured)} unmeasured (npm run gates -- --run measures what can be measured here)`
        : ''),
  );
  return held === gates.length;
}

try {
  const { values } = parseArgs({ options: { run: { type: 'boolean' } } });
  process.exitCode = (await main(values.run === true)) ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
