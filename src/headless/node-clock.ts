import type { Clock } from '../engine/clock';

/** Time in Node. An immediate runs after what already waits, and keeps no finished process alive. */
export function createNodeClock(): Clock {
  return {
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
