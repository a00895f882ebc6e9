import { expect, it } from 'vitest';
import { TARGET_CALL_MS, Pace } from './pace';

it.each([0.01, 0.3, 5, 40])('settles near the target when a step takes %f ms', (msPerStep) => {
  const pace = new Pace();
  for (let call = 0; call < 30; call++) {
    const count = pace.next(Infinity);
    pace.observe(count, count * msPerStep);
  }
  // Never less than one step, however long that takes.
  const ideal = Math.max(1, TARGET_CALL_MS / msPerStep);
  expect(pace.next(Infinity)).toBeLessThanOrEqual(ideal);
  expect(pace.next(Infinity)).toBeGreaterThan(0.7 * ideal - 1);
});

it('does not grow on calls that were cut short', () => {
  const pace = new Pace();
  pace.observe(1, 1);
  const before = pace.next(Infinity);
  for (let press = 0; press < 50; press++) pace.observe(pace.next(1), 0);
  expect(pace.next(Infinity)).toBe(before);
});

it('grows at most twofold from a call too short to time', () => {
  const pace = new Pace();
  pace.observe(1, 0);
  expect(pace.next(Infinity)).toBe(2);
  expect(pace.next(1)).toBe(1);
});
