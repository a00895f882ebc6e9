/** How long to wait before trying again: exponential with full jitter, so that devices do not come back together. */
export const FIRST_DELAY_MS = 1000;
export const LONGEST_DELAY_MS = 5 * 60_000;
/** After so many failures in a row only a sign of life starts another: the network's, the person's, or a change. */
export const MOST_ATTEMPTS = 12;

/**
 * @param attempts failures so far, at least 1
 * @param random uniform in [0, 1)
 * @returns ms
 */
export function retryDelay(attempts: number, random: () => number): number {
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  // Never at once: a request that fails immediately must not become a busy loop.
  return longest * (0.1 + 0.9 * random());
}
