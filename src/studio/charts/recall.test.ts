import { expect, it } from 'vitest';
import { precisionOf, recallOf } from './recall';

const confusion = Uint32Array.of(8, 2, 0, 2, 18, 0, 0, 0, 0);

it('recall is the diagonal over the row, and unknown for an empty class', () => {
  expect(recallOf(confusion, 3, 0)).toBe(0.8);
  expect(recallOf(confusion, 3, 1)).toBe(0.9);
  expect(recallOf(confusion, 3, 2)).toBeUndefined();
});

it('precision is the diagonal over the column, and unknown for a class nobody answered', () => {
  const skewed = Uint32Array.of(8, 2, 0, 0, 18, 0, 2, 0, 0);
  expect(precisionOf(skewed, 3, 0)).toBe(0.8);
  expect(precisionOf(skewed, 3, 1)).toBe(0.9);
  expect(precisionOf(skewed, 3, 2)).toBeUndefined();
});
