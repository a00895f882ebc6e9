import { createCalibration } from './calibration';
import type { Measure } from './measure';
import { isReached } from './results/goal';
import type { ResultGoal, ResultRow } from './results/schema';
import type { Spread } from './spread';

export type Goal = ResultGoal;
/** One figure of the benchmark, as it is stored. */
export type BenchRow = ResultRow;

/** A benchmark that can be run. */
export interface Bench {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  /** Missing for figures of the machine, which nothing is expected of. */
  readonly goal: Goal | null;
  /** Part of the selection that answers within minutes. */
  readonly isQuick?: boolean;
  /** @param measure times work, with the calibration kernel among it */
  run(measure: Measure): Promise<Measurement>;
}

export interface Measurement {
  readonly value: number;
  readonly detail: string;
  /** Of the repetitions, where the row has any, in the row's unit. */
  readonly spread?: Spread;
  /** Of rows that are a time or a rate: its time in calls of the calibration kernel, round by round. */
  readonly relative?: Spread;
  /** A further condition of the row, such as a time limit. */
  readonly holds?: boolean;
}

/** Runs a row, with the calibration kernel before it, after it, and between its repetitions. */
export async function runBench(bench: Bench): Promise<BenchRow> {
  const calibration = await createCalibration();
  calibration.sample();
  const { value, detail, spread, relative, holds = true } = await bench.run(calibration.measure);
  calibration.sample();
  const { median, low, high, repetitions } = calibration.result();
  return {
    id: bench.id,
    value,
    unit: bench.unit,
    quartiles: spread === undefined ? null : [spread.low, spread.high],
    repetitions: spread?.repetitions ?? 1,
    goal: bench.goal,
    pass: isReached(bench.goal, value) && holds,
    calibration: { value: median, quartiles: [low, high], repetitions },
    relative:
      relative === undefined ? null : { value: relative.median, quartiles: [relative.low, relative.high] },
    detail,
  };
}
