import { expect, it } from 'vitest';
import { epochOf } from './epoch';

it('counts from 1, is 0 before the first step and stays at the last', () => {
  expect([0, 1, 5, 6, 2000, 2003].map((step) => epochOf(step, 5, 400))).toEqual([0, 1, 1, 2, 400, 400]);
  // Batches that do not divide the samples make epochs of a fractional number of steps.
  expect(epochOf(118, 117.1875, 10)).toBe(2);
});
