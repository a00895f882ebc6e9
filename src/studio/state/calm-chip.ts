import { chip } from './chip';
import { useRun } from './run-store';

/**
 * The chip for what is written about it: names, shares, angles. Training moves the chip with every picture; words that
 * change as often cannot be read, and writing them would take the time that the pictures need. What a hand changes is
 * followed at once, and so is where training stops.
 */

/** Words follow training this often, milliseconds. */
export const FOLLOWS_MS = 100;

let version = chip.version();
let followedAt = -Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

chip.subscribe(() => {
  const wait = followedAt + FOLLOWS_MS - performance.now();
  if (chip.isByHand || useRun.getState().state !== 'running' || wait <= 0) follow();
  else timer ??= setTimeout(follow, wait);
});
useRun.subscribe(({ state }, before) => {
  if (before.state === 'running' && state !== 'running') follow();
});

function follow(): void {
  clearTimeout(timer);
  timer = undefined;
  followedAt = performance.now();
  if (version === chip.version()) return;
  version = chip.version();
  for (const listener of listeners) listener();
}

export const calmChip = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  version: (): number => version,
};
