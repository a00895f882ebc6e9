import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ROLES } from '../../src/cloud/policy';
import { POLICIES } from '../../src/library/models/model-records';
import { RestFirestore } from '../proofs/rest.mjs';
import type { Deed } from './fixtures/reference';
import type { Step } from './fixtures/three-people';
import { ThreePeople } from './fixtures/three-people';

/** `npm run bench` asks for 1,000. */
const sequences = Number(process.env['PHOTONIC_SEQUENCES'] ?? 60);

const role = fc.option(fc.constantFrom(...ROLES), { nil: undefined });
const to = fc.record({
  policy: fc.constantFrom(...POLICIES),
  workspace: fc.constantFrom('lab', undefined),
  people: fc.dictionary(fc.constantFrom('0', '1', '2'), fc.constantFrom('read', 'write'), { maxKeys: 2 }),
});
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), to }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('manage' as const), to }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(...(['read', 'rename', 'delete', 'restore', 'erase', 'link'] as const)),
    }),
  },
);
const who = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who, model: fc.nat(2), deed }) },
  { weight: 1, arbitrary: fc.record({ who, happens: fc.constant('grant' as const), role }) },
  {
    weight: 1,
    arbitrary: fc.record({ who, happens: fc.constantFrom('lower', 'end', 'sign in', 'wait') }),
  },
);
const sequence = fc.record({
  roles: fc.tuple(role, role, role),
  steps: fc.array(step, { minLength: 15, maxLength: 25, size: 'max' }),
});

describe('whatever three people do', () => {
  const firestore = new RestFirestore(inject('emulators').firestore, 'demo-sequences');
  beforeAll(async () => {
    await firestore.putRules(await readFile(new URL('../../firestore.rules', import.meta.url), 'utf8'));
  });

  it('security.sequences: only what the policy allows passes, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async ({ roles, steps }) => {
        const people = new ThreePeople(firestore, roles);
        for (const each of steps) await people.take(each);
        await people.settle();
        expect(people.violations).toEqual([]);
      }),
      { numRuns: sequences, seed: 20_261_123, endOnFailure: true },
    );
  }, 3_600_000);
});
