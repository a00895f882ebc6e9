import { describe, expect, inject, it } from 'vitest';
import { mutantsOf } from '../proofs/mutants.mjs';
import equivalent from '../proofs/equivalent-mutants.json' with { type: 'json' };
import { proveCoverage } from '../proofs/rules-proof.mjs';

/** Some 1,500 single requests; that each change of the rules is noticed by one is for `npm run bench` to show. */
describe('firestore.rules', () => {
  it('answer every single request rightly, and every expression of them is reached', async () => {
    const { rules, expressions, missed } = await proveCoverage(inject('emulators').firestore);
    expect(missed.map(({ line, text }) => `line ${String(line)}: ${text}`)).toEqual([]);
    // What is said to be no change must be there, and have a reason.
    const keys = new Set(mutantsOf(rules, expressions).map(({ key }) => key));
    expect(keys.size).toBeGreaterThan(500);
    expect(equivalent.filter(({ mutant, reason }) => !keys.has(mutant) || reason.length < 20)).toEqual([]);
  }, 600_000);
});
