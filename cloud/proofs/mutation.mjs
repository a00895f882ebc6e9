import { wrongAnswers } from './probes.mjs';

/**
 * @typedef {import('./mutants.mjs').Mutant} Mutant
 * @typedef {import('./rest.mjs').RestFirestore} RestFirestore
 * @typedef {{ mutant: Mutant, caughtBy: string | undefined }} Outcome `caughtBy`: the probe that was answered otherwise
 */

/** Documents of so many mutants may lie about in a project before they are cleared away. */
const kept = 20;
/** Questions at once in a project: more would be asked in vain, for the first wrong answer ends it. */
const together = 4;

/**
 * Puts each mutant in the rules' place and asks until an answer is wrong.
 * @param {readonly RestFirestore[]} firestores projects that mutants are tried in at the same time
 * @param {readonly Mutant[]} mutants
 * @param {object} options
 * @param {(mutant: Mutant) => Iterable<import('./probes.mjs').Probe>} options.asked in order of interest
 * @param {(outcome: Outcome) => Promise<void>} options.done one at a time
 */
export async function tryMutants(firestores, mutants, { asked, done }) {
  const waiting = [...mutants];
  let told = Promise.resolve();
  const work = async (/** @type {RestFirestore} */ firestore) => {
    let tried = 0;
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      await firestore.putRules(mutant.rules);
      const [wrong] = await wrongAnswers(firestore, asked(mutant), { first: true, together });
      const outcome = { mutant, caughtBy: wrong?.probe.name };
      told = told.then(() => done(outcome));
      await told;
      tried++;
      if (tried % kept === 0) await firestore.clear();
    }
    await firestore.clear();
  };
  await Promise.all(firestores.map(work));
}
