import type { RunRecord } from '../../library/store/records';
import type { StoredSweep, SweepValue } from '../../library/store/sweep-record';
import type { Fault } from '../../lib/fault';
import type { Trial } from '../../library/sweeps/trials';
import { trialsOf } from '../../library/sweeps/trials';

export type TrialState =
  'waiting' | 'running' | 'paused' | 'finished' | 'failed' | 'skipped' | 'impossible' | 'deleted';

/** A trial or a die as it stands: what the table shows, and what charts are drawn of. */
export interface TrialRow {
  readonly index: number;
  readonly values: readonly SweepValue[];
  readonly state: TrialState;
  readonly fault: Fault | undefined;
  /** On the test split, 0 … 1, once it is finished. */
  readonly accuracy: number | undefined;
  readonly trainLoss: number | undefined;
  readonly trainAccuracy: number | undefined;
  /** 0 … 1 */
  readonly done: number;
  readonly seconds: number | undefined;
  readonly run: RunRecord | undefined;
}

const known = new WeakMap<StoredSweep['axes'], readonly Trial[]>();

/** The trials of a sweep; they never change. */
export function trialsOfSweep(sweep: StoredSweep): readonly Trial[] {
  let trials = known.get(sweep.axes);
  if (trials === undefined) {
    trials = trialsOf(sweep);
    known.set(sweep.axes, trials);
  }
  return trials;
}

/** Runs of one sweep by their place in it; of two with one place the newer one counts. */
export function runsOfSweep(id: string, runs: readonly RunRecord[]): ReadonlyMap<number, RunRecord> {
  const found = new Map<number, RunRecord>();
  for (const run of runs) {
    if (run.trial?.sweep !== id) continue;
    const other = found.get(run.trial.index);
    if (other === undefined || other.createdAt < run.createdAt) found.set(run.trial.index, run);
  }
  return found;
}

export function trialRows(sweep: StoredSweep, runs: readonly RunRecord[]): readonly TrialRow[] {
  if (sweep.work.kind === 'dies') return dieRows(sweep, sweep.work);
  const own = runsOfSweep(sweep.id, runs);
  const skipped = new Set(sweep.skipped);
  return trialsOfSweep(sweep).map((trial): TrialRow => {
    const run = own.get(trial.index);
    const state = stateOf(sweep, trial, run, skipped.has(trial.index));
    const isOver = state === 'finished';
    return {
      index: trial.index,
      values: trial.values,
      state,
      fault: trial.fault ?? (state === 'failed' ? run?.fault : undefined),
      accuracy: isOver ? run?.figures.testAccuracy : undefined,
      trainLoss: isOver ? run?.figures.trainLoss : undefined,
      trainAccuracy: isOver ? run?.figures.trainAccuracy : undefined,
      done: isOver ? 1 : run === undefined || run.totalSteps === 0 ? 0 : run.step / run.totalSteps,
      seconds: run?.figures.seconds,
      run,
    };
  });
}

function stateOf(
  sweep: StoredSweep,
  trial: Trial,
  run: RunRecord | undefined,
  isSkipped: boolean,
): TrialState {
  if (trial.experiment === undefined) return 'impossible';
  if (run?.state === 'finished') return 'finished';
  if (isSkipped) return run === undefined && sweep.state !== 'cancelled' ? 'deleted' : 'skipped';
  if (run === undefined || run.state === 'queued' || run.step === 0)
    return run?.state === 'running' || run?.state === 'failed' ? run.state : 'waiting';
  return run.state;
}

function dieRows(
  sweep: StoredSweep,
  work: Extract<StoredSweep['work'], { kind: 'dies' }>,
): readonly TrialRow[] {
  const first = sweep.base.hardware.die;
  return Array.from({ length: work.dies }, (_, index): TrialRow => {
    const accuracy = work.accuracy[index];
    return {
      index,
      values: [(first + index) >>> 0],
      state: accuracy === undefined ? 'waiting' : 'finished',
      fault: undefined,
      accuracy,
      trainLoss: undefined,
      trainAccuracy: undefined,
      done: accuracy === undefined ? 0 : 1,
      seconds: undefined,
      run: undefined,
    };
  });
}

/** What has still to be done, in order. */
export function pendingTrials(sweep: StoredSweep, runs: readonly RunRecord[]): readonly number[] {
  return trialRows(sweep, runs)
    .filter(({ state }) => state === 'waiting' || state === 'paused' || state === 'running')
    .map(({ index }) => index);
}

/** Dies are measured so many at a time, which does not depend on engines or pauses: noise is drawn per measurement. */
export function diesAtOnce(dies: number): number {
  return Math.min(64, Math.max(4, Math.ceil(dies / 12)));
}

/** Groups of dies of which some have not been measured. */
export function pendingDies(work: Extract<StoredSweep['work'], { kind: 'dies' }>): readonly number[] {
  const size = diesAtOnce(work.dies);
  const groups = Array.from({ length: Math.ceil(work.dies / size) }, (_, group) => group);
  return groups.filter((group) => {
    const end = Math.min(work.dies, (group + 1) * size);
    for (let die = group * size; die < end; die++) if (work.accuracy[die] === undefined) return true;
    return false;
  });
}
