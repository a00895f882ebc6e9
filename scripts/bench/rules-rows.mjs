import { ensureCloudInstalled } from '../install.mjs';

/**
 * How much of the rules is reached by questions that are answered rightly.
 * @returns {Promise<{ value: number, detail: string }>}
 */
export async function rulesCoverage() {
  return withFirestore(async (address) => {
    const { proveCoverage } = await import('../../cloud/proofs/rules-proof.mjs');
    const { probes } = await import('../../cloud/proofs/probes.mjs');
    const { expressions, missed } = await proveCoverage(address);
    const first = missed[0];
    return {
      value: (100 * (expressions.length - missed.length)) / expressions.length,
      detail:
        `${String(expressions.length)} expressions, ${String(probes.length)} single requests` +
        (first ? `; never reached: line ${String(first.line)}, ${first.text}` : ''),
    };
  });
}

/**
 * How many single changes of the rules are noticed by those questions, of all that can matter. The same check as
 * `node cloud/proofs/main.mjs mutants`, from its beginning.
 * @returns {Promise<{ value: number, detail: string }>}
 */
export async function rulesMutants() {
  return withFirestore(async (address) => {
    const { proveMutants, summaryOf } = await import('../../cloud/proofs/rules-proof.mjs');
    const proof = await proveMutants(address, {
      said: (done, total, survivor) => {
        if (survivor) console.log(`      not noticed, line ${String(survivor.line)}: ${survivor.key}`);
        if (done % 200 === 0) console.log(`      ${String(done)} of ${String(total)}`);
      },
    });
    const { caught, stale, survivors } = proof;
    if (stale.length > 0) throw new Error(`Listed as equivalent but gone: ${stale.join('; ')}`);
    const first = survivors[0];
    return {
      value: (100 * caught.length) / (caught.length + survivors.length),
      detail:
        `${summaryOf(proof)}; reasons in cloud/proofs/equivalent-mutants.json` +
        (first ? `; not noticed: line ${String(first.line)}, ${first.key}` : ''),
    };
  });
}

/**
 * @template T
 * @param {(address: string) => Promise<T>} use
 */
async function withFirestore(use) {
  await ensureCloudInstalled();
  const { startFirestoreAlone } = await import('../../cloud/emulators.mjs');
  const emulator = await startFirestoreAlone();
  try {
    return await use(emulator.firestore);
  } finally {
    await emulator.stop();
  }
}
