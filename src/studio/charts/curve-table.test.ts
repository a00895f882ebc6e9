import { expect, it } from 'vitest';
import { spread } from './curve-table';

it('spreads rows from the first step to the last', () => {
  expect(spread(0, 5)).toEqual([]);
  expect(spread(1, 5)).toEqual([0]);
  expect(spread(3, 5)).toEqual([0, 1, 2]);
  expect(spread(101, 5)).toEqual([0, 25, 50, 75, 100]);
});
