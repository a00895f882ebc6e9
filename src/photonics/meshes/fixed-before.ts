import type { Mesh } from '../mesh';
import { mziCount } from '../mesh';

/**
 * The fixed coupler that light meets just before an interferometer on the same two ports: its index, or −1. One
 * number per interferometer (and per fixed coupler, whose own is −1).
 */
export function fixedBefore(mesh: Mesh): Int32Array {
  const { fixed, modes, pairs } = mesh;
  const count = mziCount(mesh);
  const before = new Int32Array(count).fill(-1);
  if (fixed === undefined) return before;
  const last = new Int32Array(modes).fill(-1);
  for (let k = 0; k < count; k++) {
    const top = pairs[2 * k]!;
    const bottom = pairs[2 * k + 1]!;
    const previous = last[top]!;
    if (fixed[k] === 0 && previous >= 0 && previous === last[bottom]! && fixed[previous] === 1) {
      before[k] = previous;
    }
    last[top] = k;
    last[bottom] = k;
  }
  return before;
}
