import { readFile } from 'node:fs/promises';
import { isReached, measureCoverage } from './coverage.mjs';
import { findSurvivors } from './mutation.mjs';
import { probes } from './probes.mjs';
import { RestFirestore } from './rest.mjs';

const rulesFile = new URL('../../firestore.rules', import.meta.url);
const equivalentFile = new URL('equivalent-mutants.json', import.meta.url);

/**
 * How much of the rules the probes reach. Throws where one of them is answered wrongly.
 * @param {string} address of Firestore's emulator, `host:port`
 */
export async function proveCoverage(address) {
  const rules = await readFile(rulesFile, 'utf8');
  const firestore = new RestFirestore(address, 'demo-rules-coverage');
  const { expressions, wrong } = await measureCoverage(firestore, rules, probes);
  await firestore.clear();
  if (wrong.length > 0)
    throw new Error(`The rules answer wrongly:\n${wrong.map(({ told }) => `  ${told}`).join('\n')}`);
  return { rules, expressions, missed: expressions.filter((each) => !isReached(each)) };
}

/**
 * Whether the probes notice every single change of the rules.
 * @param {string} address of Firestore's emulator, `host:port`
 * @param {Parameters<typeof findSurvivors>[3]} [options]
 */
export async function proveMutants(address, options) {
  const { rules, expressions } = await proveCoverage(address);
  const firestore = new RestFirestore(address, 'demo-rules-mutants');
  /** @type {{ mutant: string, reason: string }[]} */
  const equivalent = JSON.parse(await readFile(equivalentFile, 'utf8'));
  const known = new Set(equivalent.map(({ mutant }) => mutant));
  return findSurvivors(firestore, rules, expressions, { ...options, known });
}
