import { mutantsOf } from './mutants.mjs';
import { probes, wrongAnswers } from './probes.mjs';

/**
 * @typedef {import('./mutants.mjs').Mutant} Mutant
 * @typedef {import('./probes.mjs').Probe} Probe
 */

/**
 * @typedef {object} Options
 * @property {string} [only] of those whose key holds it
 * @property {ReadonlySet<string>} [known] keys of those that cannot matter; they are not tried
 * @property {(done: number, total: number, survivor: Mutant | undefined) => void} [said]
 */

/** Documents of so many mutants may lie about before they are cleared away. */
const kept = 20;

/**
 * Puts each mutant in the rules' place and asks until an answer is wrong.
 * @param {import('./rest.mjs').RestFirestore} firestore
 * @param {string} rules that answer every probe rightly
 * @param {readonly import('./coverage.mjs').Expression[]} expressions
 * @param {Options} [options]
 */
export async function findSurvivors(firestore, rules, expressions, { only = '', known, said } = {}) {
  const all = mutantsOf(rules, expressions);
  const mutants = all.filter(({ key }) => key.includes(only) && !known?.has(key));
  /** @type {Mutant[]} */
  const survivors = [];
  /** What caught others lately, for it often catches the next too. @type {Probe[]} */
  let sharp = [];
  for (const [index, mutant] of mutants.entries()) {
    await firestore.putRules(mutant.rules);
    const [caught] = await wrongAnswers(firestore, inOrder(mutant, sharp), { first: true });
    if (caught === undefined) survivors.push(mutant);
    else sharp = [caught.probe, ...sharp.filter((probe) => probe !== caught.probe)];
    if (index % kept === kept - 1) await firestore.clear();
    said?.(index + 1, mutants.length, caught === undefined ? mutant : undefined);
  }
  await firestore.clear();
  const skipped = all.filter(({ key }) => known?.has(key));
  const stale = [...(known ?? [])].filter((key) => !skipped.some((mutant) => mutant.key === key));
  return { mutants, survivors, skipped, stale };
}

/** So many of what caught others are asked before the place is looked at. */
const tried = 16;

/**
 * All probes, the likeliest to catch it first.
 * @param {Mutant} mutant
 * @param {readonly Probe[]} sharp
 */
function inOrder({ area, key }, sharp) {
  const isLoose = key.endsWith('| true');
  const fits = (/** @type {Probe} */ probe) => probe.isAllowed !== isLoose;
  const isNear = (/** @type {Probe} */ probe) => area === '' || probe.area === area;
  const near = probes.filter(isNear);
  return new Set([
    ...sharp.filter(fits).filter(isNear).slice(0, tried),
    ...near.filter(fits),
    ...sharp,
    ...near,
    ...probes,
  ]);
}
