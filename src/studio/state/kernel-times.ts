import type { KernelTime } from '../../engine/backend';

/** Means over slices of a run, each slice a mean of its own. */
export interface KernelMeans {
  readonly times: readonly KernelTime[];
  /** Slices that went into them. */
  readonly slices: number;
}

/** Slices that count: enough to calm a clock that ticks every 0.1 ms, few enough to follow a change. */
const MOST_SLICES = 60;

/** Adds a slice; one with other kernels (another method, another device) starts anew. */
export function withKernelTimes(before: KernelMeans | undefined, next: readonly KernelTime[]): KernelMeans {
  const isSame =
    before?.times.length === next.length && before.times.every(({ name }, k) => name === next[k]?.name);
  if (!isSame) return { times: next, slices: 1 };
  const slices = Math.min(MOST_SLICES, before.slices + 1);
  const times = before.times.map(({ name, ms }, k) => ({
    name,
    ms: ms + ((next[k]?.ms ?? ms) - ms) / slices,
  }));
  return { times, slices };
}
