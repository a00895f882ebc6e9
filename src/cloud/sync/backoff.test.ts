import { describe, expect, it } from 'vitest';
import { FIRST_DELAY_MS, LONGEST_DELAY_MS, retryDelay } from './backoff';

describe('the wait before another try', () => {
  it('doubles up to its bound', () => {
    const longest = (attempts: number) => retryDelay(attempts, () => 1);
    expect(longest(1)).toBe(FIRST_DELAY_MS);
    expect(longest(3)).toBe(4 * FIRST_DELAY_MS);
    expect(longest(40)).toBe(LONGEST_DELAY_MS);
  });

  it('is spread over all of it, and is never nothing', () => {
    expect(retryDelay(5, () => 0)).toBe(0.1 * 16 * FIRST_DELAY_MS);
    expect(retryDelay(5, () => 0.5)).toBeCloseTo(0.55 * 16 * FIRST_DELAY_MS);
  });
});
