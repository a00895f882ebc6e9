import { expect, it } from 'vitest';
import { longestRun } from './yield-view';

it('finds the sizes in a row at which dies are good', () => {
  const even = (value: number): boolean => value % 2 === 0;
  expect(longestRun([2, 1, 4, 6, 8, 3, 10], even)).toEqual([4, 6, 8]);
  expect(longestRun([1, 3], even)).toEqual([]);
  expect(longestRun([], even)).toEqual([]);
});
