import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Operation } from '../../src/cloud/policy';
import { OPERATIONS, mayDo } from '../../src/cloud/policy';
import { POLICIES } from '../../src/library/models/model-records';
import { attempt } from './fixtures/attempts';
import { PERSONS, SPACE, guardedFor } from './fixtures/matrix';
import { World, personOf } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-rules-matrix');
// Tickets of the last test would count against this one's minute.
beforeEach(() => world.clear());
afterAll(() => world.close());

/** Every cell of person × policy × workspace × age of the sign-in × operation, asked of the rules themselves. */
describe.each(POLICIES)('%s', (policy) => {
  describe.each([undefined, SPACE])('in workspace %s', (workspace) => {
    it.each(Object.keys(PERSONS))('%s', async (name) => {
      for (const signedInAgo of [0, 1000]) {
        const person = PERSONS[name]?.(workspace);
        const persona = person && { ...person, signedInAgo };
        const modelOf = (operation: Operation) => guardedFor(operation, policy, workspace, persona);
        const cells = OPERATIONS.map((operation) => ({ operation, signedInAgo }));
        const expected = cells.map((cell) => ({
          ...cell,
          may: mayDo(personOf(persona), cell.operation, modelOf(cell.operation)),
        }));
        const found = [];
        for (const cell of cells)
          found.push({
            ...cell,
            may: await attempt(world, persona, cell.operation, modelOf(cell.operation)),
          });
        expect(found).toEqual(expected);
      }
    });
  });
});
