import { expect, it } from 'vitest';
import { recallOf } from './recall';

it('is the diagonal over the row, and unknown for an empty class', () => {
  const confusion = Uint32Array.of(8, 2, 0, 1, 9, 0, 0, 0, 0);
  expect(recallOf(confusion, 3, 0)).toBe(0.8);
  expect(recallOf(confusion, 3, 1)).toBe(0.9);
  expect(recallOf(confusion, 3, 2)).toBeUndefined();
});
