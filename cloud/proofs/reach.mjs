import { expressionsOf, isHeavy, placeOf } from './coverage.mjs';
import { wrongAnswers } from './probes.mjs';

/**
 * What of the rules each probe reaches, by the emulator's own account.
 * @typedef {import('./probes.mjs').Probe} Probe
 * @typedef {import('./rest.mjs').RestFirestore} RestFirestore
 * @typedef {Map<string, Set<string>>} Reached by place of the expression: kinds of what came out of it
 */

/** Probes between two new accounts: one grows by every value of every question. */
const portion = 4;

/**
 * Poses one probe after the other and reads each time by what the account has grown.
 * @param {readonly RestFirestore[]} firestores projects that are asked at the same time
 * @param {string} rules
 * @param {readonly Probe[]} probes
 */
export async function measureReach(firestores, rules, probes) {
  /** @type {Map<Probe, Reached>} */
  const reached = new Map();
  /** @type {import('./coverage.mjs').Expression[]} */
  let expressions = [];
  const waiting = probes.filter((probe) => !isHeavy(probe));
  const work = async (/** @type {RestFirestore} */ firestore) => {
    while (waiting.length > 0) {
      await firestore.putRules(rules);
      /** @type {Map<string, Map<string, number>>} */
      let before = new Map();
      for (const probe of waiting.splice(0, portion)) {
        await wrongAnswers(firestore, [probe]);
        expressions = expressionsOf(await firestore.coverage());
        const after = countsOf(expressions);
        reached.set(probe, grown(before, after));
        before = after;
      }
    }
    await firestore.clear();
  };
  await Promise.all(firestores.map(work));
  return { expressions, reached };
}

/**
 * The body of a function with names of its own and the expression in it may be one place.
 * @param {readonly import('./coverage.mjs').Expression[]} expressions
 */
function countsOf(expressions) {
  return new Map(expressions.map((expression) => [placeOf(expression), expression.values]));
}

/**
 * @param {Map<string, Map<string, number>>} before
 * @param {Map<string, Map<string, number>>} after
 * @returns {Reached}
 */
function grown(before, after) {
  /** @type {Reached} */
  const more = new Map();
  for (const [place, counts] of after) {
    const kinds = [...counts].filter(([kind, count]) => count > (before.get(place)?.get(kind) ?? 0));
    if (kinds.length > 0) more.set(place, new Set(kinds.map(([kind]) => kind)));
  }
  return more;
}
