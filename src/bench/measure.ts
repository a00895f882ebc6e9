import { spreadOf } from './spread';
import type { Spread } from './spread';

/** Timed work: one call is one repetition. */
export type Work = () => void | Promise<void>;

export interface Timing extends Spread {
  /** Milliseconds of one call, a number for each round. */
  readonly rounds: readonly number[];
  readonly calls: number;
}

/** A timing with what it took in calls of the calibration kernel, round by round. */
export interface CalibratedTiming extends Timing {
  readonly relative: Spread;
}

/**
 * Times candidates and the calibration kernel by turns.
 * @param samples samples per candidate, of which the median is taken
 * @param longest milliseconds after which a candidate is not sampled again
 */
export type Measure = (
  candidates: readonly Work[],
  samples?: number,
  longest?: number,
) => Promise<readonly CalibratedTiming[]>;

/** Calls of one candidate are batched until a sample takes this long, so that the clock's grain is small. */
const SAMPLE_MS = 20;

/**
 * Times candidates interleaved, sample by sample, so that a change of the machine's speed meets all of
 * them alike. Warm-up calls come first: WebAssembly and JavaScript both start in a slower tier.
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
  return times.map((rounds, index) => ({
    ...spreadOf(rounds),
    rounds,
    calls: rounds.length * (batches[index] ?? 1),
  }));
}

/**
 * How many times longer the first took than the second, round by round: a machine that slows down for a moment slows
 * both, and their ratio stays.
 */
export function ratioOf(longer: Timing, shorter: Timing): Spread {
  const rounds = Math.min(longer.rounds.length, shorter.rounds.length);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++)
    ratios.push((longer.rounds[round] ?? Number.NaN) / (shorter.rounds[round] ?? Number.NaN));
  return spreadOf(ratios);
}

/** Another unit for the same repetitions, e.g. calls per second for milliseconds a call. */
export function convert({ rounds }: Timing, to: (milliseconds: number) => number): Spread {
  return spreadOf(rounds.map(to));
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
