import { readFile } from 'node:fs/promises';
import { askingOrder } from './asking-order.mjs';
import { isReached, measureCoverage } from './coverage.mjs';
import { mutantsOf } from './mutants.mjs';
import { tryMutants } from './mutation.mjs';
import { probes, wrongAnswers } from './probes.mjs';
import { reachOf } from './reach-kept.mjs';
import { openRecord } from './record.mjs';
import { RestFirestore } from './rest.mjs';

const rulesFile = new URL('../../firestore.rules', import.meta.url);
const equivalentFile = new URL('equivalent-mutants.json', import.meta.url);

/** Projects of the emulator that mutants are tried in at the same time. */
const lanes = 3;

/**
 * How much of the rules the probes reach. Throws where one of them is answered wrongly.
 * @param {string} address of Firestore's emulator, `host:port`
 */
export async function proveCoverage(address) {
  const rules = await readFile(rulesFile, 'utf8');
  const firestore = new RestFirestore(address, 'demo-rules-coverage');
  const { expressions, wrong } = await measureCoverage(firestore, rules, probes);
  await firestore.clear();
  refuseWrong(wrong);
  return { rules, expressions, missed: expressions.filter((each) => !isReached(each)) };
}

/**
 * @typedef {object} MutantsOptions
 * @property {string} [only] mutants whose key holds it
 * @property {boolean} [goesOn] with a check of the same rules and probes that was interrupted
 * @property {(done: number, total: number, survivor: Mutant | undefined) => void} [said]
 *
 * @typedef {import('./mutants.mjs').Mutant} Mutant
 */

/**
 * Whether the probes notice every single change of the rules. Those that are listed as equivalent are not
 * tried.
 * @param {string} address of Firestore's emulator, `host:port`
 * @param {MutantsOptions} [options]
 */
export async function proveMutants(address, { only = '', goesOn = false, said } = {}) {
  const started = performance.now();
  const rules = await readFile(rulesFile, 'utf8');
  const firestores = Array.from(
    { length: lanes },
    (_, index) => new RestFirestore(address, `demo-rules-mutants-${String(index)}`),
  );
  await refuseWrongRules(firestores, rules);
  const { expressions, reached } = await reachOf(firestores, rules, probes);

  const all = mutantsOf(rules, expressions);
  const listed = await equivalentMutants();
  const mutants = all.filter(({ key }) => key.includes(only));
  const tried = mutants.filter(({ key }) => !listed.has(key));
  const record = await openRecord(rules, { goesOn });
  const { found, sharp } = record;
  // First those of which it is not known that anything ever caught them.
  const waiting = tried.filter(({ key }) => !found.has(key));
  waiting.sort((a, b) => Number(sharp.has(a.key)) - Number(sharp.has(b.key)));
  const orderOf = askingOrder(probes, expressions, reached, sharp);
  /** @type {Map<string, string | undefined>} */
  const caughtBy = new Map(found);
  let done = tried.length - waiting.length;
  await tryMutants(firestores, waiting, {
    asked: orderOf,
    done: async ({ mutant, caughtBy: name }) => {
      caughtBy.set(mutant.key, name);
      await record.add(mutant.key, name);
      done++;
      said?.(done, tried.length, name === undefined ? mutant : undefined);
    },
  });
  if (only === '') await record.close();

  return {
    mutants,
    caught: tried.filter(({ key }) => caughtBy.get(key) !== undefined),
    equivalent: mutants.filter(({ key }) => listed.has(key)),
    survivors: tried.filter(({ key }) => caughtBy.get(key) === undefined),
    /** Listed as equivalent, but not among them any more. */
    stale: [...listed].filter((key) => !all.some((mutant) => mutant.key === key)),
    seconds: (performance.now() - started) / 1000,
    /** How many were caught before this check was interrupted, in other seconds. */
    before: tried.length - waiting.length,
  };
}

/** @param {Awaited<ReturnType<typeof proveMutants>>} proof */
export function summaryOf({ mutants, caught, equivalent, survivors, seconds, before }) {
  return (
    `${String(mutants.length)} mutants, ${String(caught.length)} caught, ` +
    `${String(equivalent.length)} equivalent (listed), ${String(survivors.length)} survived; ` +
    `${seconds.toFixed(0)} s${before > 0 ? `, ${String(before)} of them before it was interrupted` : ''}`
  );
}

/** @returns {Promise<ReadonlySet<string>>} keys of those that cannot matter */
async function equivalentMutants() {
  /** @type {{ mutant: string, reason: string }[]} */
  const list = JSON.parse(await readFile(equivalentFile, 'utf8'));
  return new Set(list.map(({ mutant }) => mutant));
}

/**
 * @param {readonly RestFirestore[]} firestores
 * @param {string} rules
 */
async function refuseWrongRules(firestores, rules) {
  const parts = firestores.map(async (firestore, index) => {
    await firestore.putRules(rules);
    const asked = probes.filter((_, at) => at % firestores.length === index);
    return wrongAnswers(firestore, asked);
  });
  refuseWrong((await Promise.all(parts)).flat());
}

/** @param {readonly import('./probes.mjs').WrongAnswer[]} wrong */
function refuseWrong(wrong) {
  if (wrong.length > 0)
    throw new Error(`The rules answer wrongly:\n${wrong.map(({ told }) => `  ${told}`).join('\n')}`);
}
