import { parseArgs } from 'node:util';
import { startFirestoreAlone } from '../emulators.mjs';
import { probes } from './probes.mjs';
import { proveCoverage, proveMutants, summaryOf } from './rules-proof.mjs';

const usage = `Usage: node cloud/proofs/main.mjs coverage        what of firestore.rules the probes reach
       node cloud/proofs/main.mjs mutants [--only TEXT]  changes one thing at a time; each must be noticed;
                                                          goes on where it was interrupted`;

/** @param {string} address */
async function coverage(address) {
  const { expressions, missed } = await proveCoverage(address);
  for (const { line, column, text } of missed)
    console.log(
      `  never reached, line ${String(line)}:${String(column)}: ${text.replace(/\s+/g, ' ').slice(0, 100)}`,
    );
  const share = (100 * (expressions.length - missed.length)) / expressions.length;
  console.log(
    `${String(probes.length)} probes reach ${share.toFixed(2)} % of ${String(expressions.length)} expressions.`,
  );
  return missed.length === 0;
}

/** @type {NonNullable<import('./rules-proof.mjs').MutantsOptions['said']>} */
function progress(done, total, survivor) {
  if (survivor) console.log(`  not noticed, line ${String(survivor.line)}: ${survivor.key}`);
  if (done % 100 === 0) console.log(`  ${String(done)} of ${String(total)}`);
}

/**
 * @param {string} address
 * @param {string | undefined} only
 */
async function mutants(address, only) {
  const proof = await proveMutants(address, {
    ...(only !== undefined && { only }),
    goesOn: true,
    said: progress,
  });
  for (const key of proof.stale) console.log(`  listed as equivalent but gone: ${key}`);
  console.log(summaryOf(proof));
  return proof.survivors.length === 0 && proof.stale.length === 0;
}

try {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const [what] = positionals;
  if (what !== 'coverage' && what !== 'mutants') throw new Error(usage);
  const emulator = await startFirestoreAlone();
  try {
    const held =
      what === 'coverage' ? coverage(emulator.firestore) : mutants(emulator.firestore, values.only);
    process.exitCode = (await held) ? 0 : 1;
  } finally {
    await emulator.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
