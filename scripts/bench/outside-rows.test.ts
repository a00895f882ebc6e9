import { expect, it } from 'vitest';
import { OUTSIDE_ROWS } from '../../src/bench/outside';
import { securityRows } from './security-rows.mjs';
import { studioRows } from './studio-rows.mjs';

it('names on the Benchmarks page what only the command can measure', () => {
  expect([...studioRows, ...securityRows].map(({ id }) => id)).toEqual(OUTSIDE_ROWS);
});
