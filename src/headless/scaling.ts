import { randomWord } from '../lib/rng';
import { shardOf } from './shard';

export const SHARD_COUNTS: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128];

export interface ScalingPoint {
  readonly shards: number;
  /** Until the last machine is through, seconds. */
  readonly makespan: number;
  /** One machine's time over the time of so many. */
  readonly speedup: number;
  /** {@link speedup} by machine, 0 … 1. */
  readonly efficiency: number;
}

/**
 * How long a sweep takes on so many machines, by the assignment that `--shard` makes: each machine starts once and then
 * trains its trials one after the other. Machines are taken to be as fast as the one that was measured, and to share nothing.
 * @param seconds of each trial, in the order of the trials
 * @param startSeconds from the start of the process until its first trial
 */
export function scalingOf(
  seconds: readonly number[],
  startSeconds: number,
  counts: readonly number[] = SHARD_COUNTS,
): readonly ScalingPoint[] {
  const alone = makespanOf(seconds, startSeconds, 1);
  return counts.map((shards) => {
    const makespan = makespanOf(seconds, startSeconds, shards);
    const speedup = alone / makespan;
    return { shards, makespan, speedup, efficiency: speedup / shards };
  });
}

function makespanOf(seconds: readonly number[], startSeconds: number, shards: number): number {
  const loads = new Float64Array(shards).fill(startSeconds);
  seconds.forEach((each, trial) => {
    const place = shardOf(trial, shards).index - 1;
    loads[place] = (loads[place] ?? 0) + each;
  });
  return Math.max(...loads);
}

/** A stream of random numbers that nothing else uses: the order of repeated times. */
const REPEAT_STREAM = 211;

/**
 * A longer sweep of the same kind: the measured times over and over, each time in another order, so that slow trials do
 * not all meet the same machine. The same ones whenever they are asked for.
 */
export function longerSweep(seconds: readonly number[], trials: number): readonly number[] {
  const longer: number[] = [];
  for (let round = 0; longer.length < trials; round++) {
    const rank = (place: number): number => randomWord(round, REPEAT_STREAM, place);
    const order = seconds.map((_, place) => place).sort((a, b) => rank(a) - rank(b) || a - b);
    for (const place of order) longer.push(seconds[place] ?? 0);
  }
  return longer.slice(0, trials);
}
