import type { RunInfo } from '../../engine/protocol';
import type { Experiment } from '../../experiment/schema';
import { newId, thisPage } from '../../library/store/page-life';
import type { RunRecord, StoredCurve, TrainedPhases } from '../../library/store/records';
import type { MeasuredCurve } from '../../library/store/runs-curve';
import { thinCurve } from '../../library/store/runs-curve';
import type { NewRun, RunChange } from '../../library/store/runs';
import {
  createRun,
  loadCurve,
  NO_FIGURES,
  RUN_COLOURS,
  saveCurve,
  saveParameters,
  updateRun,
} from '../../library/store/runs';
import { notify } from '../state/notify';
import { runsWords } from '../words/runs';
import { continuedBy } from './continued';
import { shelveCurve } from './curve-shelf';
import { figuresOf } from './measured';
import { noteRuns, runOf, useRuns } from './runs-store';

let hasTold = false;

/** Training must never wait for the database, nor end because of it: that it refuses is told once. */
function tellRefusal(thrown: unknown): void {
  console.warn('Keeping a run failed', thrown);
  if (hasTold) return;
  hasTold = true;
  notify('warning', runsWords.saveFailed, { description: runsWords.saveFailedFix, duration: 10_000 });
}

interface Opening {
  readonly info: RunInfo;
  readonly experiment: Experiment;
  /** Steps that its checkpoint had. */
  readonly base: number;
  readonly start: RunRecord['start'];
}

/** The record that a training belongs to: that of the run whose checkpoint goes on, or a new one. */
export async function openRecord(
  opening: Opening,
): Promise<{ readonly record: RunRecord; readonly curve: StoredCurve | undefined }> {
  const { info, experiment, base, start } = opening;
  const before = base > 0 ? continuedBy(useRuns.getState().runs, info.runId, base) : undefined;
  if (before !== undefined) {
    const curve = await loadCurve(before.id).catch(() => undefined);
    return { record: before, curve };
  }
  const run: NewRun = {
    runId: info.runId,
    experiment,
    totalSteps: info.totalSteps,
    backend: info.backendLabel,
    source: experiment.task.source,
    start,
  };
  try {
    const record = await createRun(run);
    noteRuns([record]);
    return { record, curve: undefined };
  } catch (thrown) {
    tellRefusal(thrown);
    const record = inMemory(run);
    noteRuns([record]);
    return { record, curve: undefined };
  }
}

/** A run that lasts as long as the page. */
function inMemory(run: NewRun): RunRecord {
  const now = Date.now();
  return {
    name: '',
    trial: undefined,
    state: 'running',
    interrupted: false,
    fault: undefined,
    createdAt: now,
    updatedAt: now,
    step: 0,
    source: run.experiment.task.source,
    figures: NO_FIGURES,
    edits: [],
    start: 'seed',
    pinned: false,
    colour: useRuns.getState().runs.length % RUN_COLOURS,
    tags: [],
    note: '',
    ...run,
    id: newId(),
    page: thisPage(),
  };
}

export interface KeptRun {
  readonly measured: MeasuredCurve;
  readonly change: RunChange;
  readonly samplesPerSecond: number | undefined;
  readonly parameters: TrainedPhases | undefined;
}

/** Writes come one after the other, in the order they were asked for. */
let writing: Promise<void> = Promise.resolve();

/** Resolves when all that was to be kept so far is, or has been refused. */
export function allKept(): Promise<void> {
  return writing;
}

/** Keeps the state of a run, taken at once; the database follows in its own time. */
export function keepRun(record: Promise<RunRecord>, { measured, change, ...rest }: KeptRun): void {
  const thin = thinCurve('', measured);
  const figures = figuresOf(measured, rest.samplesPerSecond);
  writing = writing.then(async () => {
    const { id } = await record;
    const curve = { ...thin, id };
    try {
      const updated = await updateRun(id, { ...change, figures });
      // Deleted while it trains: nothing is left behind.
      if (updated === undefined) return;
      await saveCurve(curve);
      shelveCurve(curve, updated.updatedAt);
      if (rest.parameters !== undefined) await saveParameters({ id, ...rest.parameters });
    } catch (thrown) {
      tellRefusal(thrown);
      const known = runOf(id);
      if (known === undefined) return;
      const updatedAt = Date.now();
      noteRuns([{ ...known, ...change, figures: { ...known.figures, ...figures }, updatedAt }]);
      shelveCurve(curve, updatedAt);
    }
  });
}
