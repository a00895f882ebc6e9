import type { Experiment } from '../../experiment/schema';
import type { TimeLeft } from '../state/eta';

/**
 * How much one training costs next to another one on the same samples: epochs, and the products of matrices that a
 * sample goes through. Enough to tell minutes from hours.
 */
export function costOf({ training, modes, layers, convolution }: Experiment): number {
  return training.epochs * (convolution === null ? modes ** 2 * layers.length : 1);
}

/** What is known of the run on screen. */
export interface MeasuredSpeed {
  readonly experiment: Experiment;
  /** Measured. */
  readonly samplesPerSecond: number;
  readonly trainSamples: number;
}

/** Seconds for all trials on so many engines, estimated from the speed of another run. */
export function estimatedSeconds(
  trials: readonly (Experiment | undefined)[],
  engines: number,
  measured: MeasuredSpeed,
): number {
  const { experiment, samplesPerSecond, trainSamples } = measured;
  const one = (experiment.training.epochs * trainSamples) / samplesPerSecond / costOf(experiment);
  const costs = trials.flatMap((trial) => (trial === undefined ? [] : [costOf(trial)]));
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  // One long training is not shared between engines.
  return one * Math.max(all / Math.max(1, engines), ...costs.slice(0, MOST_COMPARED), 0);
}

const MOST_COMPARED = 10_000;

/** A unit of work that has been done: its cost in any unit, and how long it took. */
export interface DoneUnit {
  readonly cost: number;
  readonly seconds: number;
}

/** Seconds for work of this cost, at the fastest and the slowest of what was seen; undefined before anything was. */
export function sweepTimeLeft(
  done: readonly DoneUnit[],
  leftCost: number,
  engines: number,
): TimeLeft | undefined {
  const rates = done
    .filter(({ cost, seconds }) => cost > 0 && seconds > 0)
    .map(({ cost, seconds }) => seconds / cost);
  if (rates.length === 0) return undefined;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const squares = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0);
  const spread = rates.length < 2 ? 0.25 * mean : Math.sqrt(squares / (rates.length - 1));
  const share = leftCost / Math.max(1, engines);
  return { least: share * Math.max(mean / 2, mean - spread), most: share * (mean + spread) };
}
