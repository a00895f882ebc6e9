import type { Experiment } from '../../experiment/schema';
import type { StoredSweep, SweepAxis, SweepValue } from '../store/sweep-record';
import type { Fault } from '../../lib/fault';
import { randomWord } from '../../lib/rng';
import { withSettings } from './set-setting';

/** One combination of values. */
export interface Trial {
  readonly index: number;
  /** In the order of the sweep's axes. */
  readonly values: readonly SweepValue[];
  /** Undefined where the combination is not possible; then `fault` says why. */
  readonly experiment: Experiment | undefined;
  readonly fault: Fault | undefined;
}

/** Trainings of one sweep; measured dies may be more. */
export const MOST_TRIALS = 1000;
/** A stream of random numbers that nothing else uses: the search's choices. */
const SEARCH_STREAM = 101;

export type TrialPlan = Pick<StoredSweep, 'base' | 'axes' | 'plan'>;

/** How many combinations there are, without making them. */
export function gridSize(axes: readonly SweepAxis[]): number {
  return axes.reduce((size, { values }) => size * values.length, 1);
}

export function trialCount({ axes, plan }: Pick<TrialPlan, 'axes' | 'plan'>): number {
  const size = gridSize(axes);
  return plan.kind === 'grid' ? size : Math.min(size, plan.trials);
}

/**
 * All trials, the same ones whenever they are asked for. A grid goes through the last axis first; a random search
 * takes different combinations of the grid, drawn by its seed.
 */
export function trialsOf(sweep: TrialPlan): readonly Trial[] {
  const { base, axes, plan } = sweep;
  const size = gridSize(axes);
  const count = Math.min(trialCount(sweep), MOST_TRIALS);
  const places =
    plan.kind === 'grid' || plan.trials >= size
      ? Array.from({ length: count }, (_, index) => index)
      : drawn(size, count, plan.seed);
  return places.map((place, index) => {
    const values = combination(axes, place);
    const result = withSettings(
      base,
      axes.map(({ path }, axis) => [path, values[axis]!] as const),
    );
    return result.ok
      ? { index, values, experiment: result.value, fault: undefined }
      : { index, values, experiment: undefined, fault: result.fault };
  });
}

/** The combination at a place of the grid: mixed digits, the last axis the fastest. */
function combination(axes: readonly SweepAxis[], place: number): readonly SweepValue[] {
  const values: SweepValue[] = [];
  let rest = place;
  for (const axis of [...axes].reverse()) {
    values.push(axis.values[rest % axis.values.length]!);
    rest = Math.floor(rest / axis.values.length);
  }
  return values.reverse();
}

/** So many different places below `size` (R. Floyd's sampling: no list of all places is needed), in a drawn order. */
function drawn(size: number, count: number, seed: number): readonly number[] {
  const chosen = new Set<number>();
  for (let top = size - count; top < size; top++) {
    // 53 bits, as grids of many settings have more places than 32 bits can name.
    const high = randomWord(seed, SEARCH_STREAM, 2 * top) >>> 5;
    const low = randomWord(seed, SEARCH_STREAM, 2 * top + 1) >>> 6;
    const candidate = Math.floor(((high * 0x4000000 + low) / 0x20000000000000) * (top + 1));
    chosen.add(chosen.has(candidate) ? top : candidate);
  }
  const rank = (place: number): number => randomWord(seed, SEARCH_STREAM + 1, place);
  return [...chosen].sort((a, b) => rank(a) - rank(b) || a - b);
}
