/** Timed work: one call is one repetition. */
export type Work = () => void | Promise<void>;

export interface Timing {
  /** Median milliseconds of one call. */
  readonly median: number;
  /** Half the distance between the quartiles. */
  readonly spread: number;
  readonly calls: number;
}

/** Calls of one candidate are batched until a sample takes this long, so that the clock's grain is small. */
const SAMPLE_MS = 20;

/**
 * Times candidates interleaved, sample by sample, so that a change of the machine's speed meets all of
 * them alike. Warm-up calls come first: WebAssembly and JavaScript both start in a slower tier.
 * @param samples samples per candidate, after which the median is taken
 * @param longest milliseconds after which a candidate is not sampled again
 */
export async function measureInterleaved(
  candidates: readonly Work[],
  samples = 15,
  longest = 20_000,
): Promise<readonly Timing[]> {
  const batches: number[] = [];
  for (const work of candidates) batches.push(await warmUp(work));
  const times = candidates.map((): number[] => []);
  for (let sample = 0; sample < samples; sample++) {
    for (const [index, work] of candidates.entries()) {
      const taken = times[index] ?? [];
      const calls = batches[index] ?? 1;
      if (taken.reduce((sum, time) => sum + time * calls, 0) > longest) continue;
      const start = performance.now();
      for (let call = 0; call < calls; call++) await work();
      taken.push((performance.now() - start) / calls);
    }
  }
  return times.map((taken, index) => ({
    median: quantile(taken, 0.5),
    spread: (quantile(taken, 0.75) - quantile(taken, 0.25)) / 2,
    calls: taken.length * (batches[index] ?? 1),
  }));
}

/** Runs work for a while and says how many calls make one sample. */
async function warmUp(work: Work): Promise<number> {
  const start = performance.now();
  let calls = 0;
  let elapsed: number;
  do {
    await work();
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < 10 * SAMPLE_MS);
  return Math.max(1, Math.round((SAMPLE_MS * calls) / elapsed));
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
