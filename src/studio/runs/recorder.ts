import type { Run } from '../../engine/protocol';
import type { Experiment } from '../../experiment/schema';
import type { RunEdit, RunRecord, StoredCurve } from '../../library/store/records';
import { findInterrupted, listRuns } from '../../library/store/runs';
import { runsNews } from '../../library/store/runs-news';
import { chip } from '../state/chip';
import { currentExperiment, runKey } from '../state/experiment-store';
import { hasPhaseEdits } from '../state/phase-edit';
import type { RunView } from '../state/run-store';
import { useRun } from '../state/run-store';
import { trainingLog } from '../state/training-log';
import type { LogView } from './measured';
import { endOf, Marks, mergedReports, viewOf } from './measured';
import { keepRun, openRecord } from './recording';
import { forgetRuns, noteRuns, useRuns } from './runs-store';
import { compareSettings, settingsOf } from './settings';

/** The record is brought up to date this often while training goes on. */
const WRITE_MS = 1000;
/** Trained parameters are kept this often, and at every pause. */
const PARAMETERS_MS = 5000;

/** A run that is being recorded. */
interface Recording {
  readonly run: Run;
  /** As last written; a promise while it is looked up or created. */
  readonly record: Promise<RunRecord>;
  readonly marks: Marks;
  readonly before: StoredCurve | undefined;
  experiment: Experiment;
  edits: readonly RunEdit[];
  state: RunRecord['state'];
  /** Steps at the last write. */
  written: number;
  /** When parameters were kept, by the page's clock, and after how many steps. */
  keptAt: number;
  keptStep: number;
}

let recording: Recording | undefined;
/** Counts the recordings begun, so that one that was looked up too late is dropped. */
let beginnings = 0;
let isBeginning = false;
let followed: Run | undefined;
/** Steps that were there before this page trained any. */
let base = 0;
/** The phases that the next training starts from are not those of the seed. */
let start: RunRecord['start'] = 'seed';
let seen: LogView | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes every training of this page a run in the library; returns how to stop. */
export function recordRuns(): () => void {
  void readRuns();
  const left = (): void => {
    if (document.visibilityState === 'hidden') write(true);
  };
  const leave = (): void => write(true);
  document.addEventListener('visibilitychange', left);
  addEventListener('pagehide', leave);
  const stops = [
    runsNews.follow(({ changed, deleted }) => {
      noteRuns(changed);
      if (deleted.length > 0) forgetRuns(deleted);
    }),
    trainingLog.subscribe(followLog),
    useRun.subscribe(followRun),
    chip.subscribe(followChip),
  ];
  followRun(useRun.getState());
  followLog();
  return () => {
    stops.forEach((stop) => stop());
    document.removeEventListener('visibilitychange', left);
    removeEventListener('pagehide', leave);
  };
}

/** All runs from the database; those that another page left in the middle become paused. */
async function readRuns(): Promise<void> {
  useRuns.setState({ state: 'reading' });
  try {
    await findInterrupted();
    noteRuns(await listRuns());
  } catch (thrown) {
    console.warn('The runs could not be read', thrown);
  }
  useRuns.setState({ state: 'read' });
  follow();
}

function followLog(): void {
  if (trainingLog.length === 0) {
    if (seen === undefined) return;
    // A reset or another experiment: what was seen last is still there, but not for long.
    end();
    seen = undefined;
    base = 0;
    return;
  }
  seen = viewOf(trainingLog);
  follow();
}

function followRun(view: RunView): void {
  if (view.run !== followed) {
    end();
    followed = view.run;
    base = view.run?.info.step ?? 0;
  }
  if (view.state === 'running' && (seen === undefined || endOf(seen) === 0)) start = startNow();
  follow();
}

/** The phases of a pause may come a moment after it, and a reset a moment after them. */
function followChip(): void {
  if (recording === undefined || recording.state === 'running') return;
  if (chip.step > 0 && chip.step !== recording.keptStep && !hasPhaseEdits()) write(true);
}

function startNow(): RunRecord['start'] {
  const { network, parameters } = chip;
  const { initial } = network ?? {};
  if (initial === undefined || initial === parameters) return 'seed';
  // Some backends hold parameters in single precision.
  return parameters.every((value, index) => Math.abs(value - (initial[index] ?? 0)) < 1e-5)
    ? 'seed'
    : 'phases';
}

/** Something may have been trained. */
function follow(): void {
  const view = useRun.getState();
  if (seen === undefined || followed === undefined || view.run !== followed) return;
  if (recording === undefined) {
    if (endOf(seen) > base && !isBeginning && useRuns.getState().state === 'read') void begin(followed);
    return;
  }
  const { batchSize } = recording.experiment.training;
  const { samplesPerSecond } = view;
  recording.marks.tell(
    Math.min(view.step, endOf(seen)),
    view.chipPasses,
    samplesPerSecond === undefined ? undefined : batchSize / samplesPerSecond,
  );
  const state = stateOf(view);
  // Only what runs can be paused: a finished run that is about to be reset stays finished.
  if (state !== recording.state && (state !== 'paused' || recording.state === 'running')) {
    recording.state = state;
    if (state !== 'running') recording.keptStep = -1;
    write(true);
  }
  later();
}

async function begin(run: Run): Promise<void> {
  isBeginning = true;
  const token = ++beginnings;
  const experiment = currentExperiment();
  const opened = await openRecord({ info: run.info, experiment, base, start });
  isBeginning = false;
  if (token !== beginnings || followed !== run || seen === undefined) return;
  recording = {
    run,
    record: Promise.resolve(opened.record),
    marks: new Marks(base, opened.curve),
    before: opened.curve,
    experiment: opened.record.experiment,
    edits: opened.record.edits,
    state: 'running',
    written: 0,
    keptAt: 0,
    keptStep: -1,
  };
  follow();
  write(false);
}

function stateOf(view: Pick<RunView, 'state'>): RunRecord['state'] {
  switch (view.state) {
    case 'running':
    case 'recovering':
      return 'running';
    case 'finished':
    case 'failed':
      return view.state;
    default:
      return 'paused';
  }
}

function later(): void {
  timer ??= setTimeout(() => write(false), WRITE_MS);
}

/** Settings that a run may be told while it goes on. */
function noteEdits(now: Recording, step: number): void {
  const experiment = currentExperiment();
  if (experiment === now.experiment || step <= now.written || runKey(experiment) !== runKey(now.experiment))
    return;
  const before = settingsOf(now.experiment);
  const after = settingsOf(experiment);
  const edits = compareSettings([before, after]).differing.map((path): RunEdit => ({
    step: now.written,
    path,
    from: before.get(path),
    to: after.get(path),
  }));
  now.experiment = experiment;
  now.edits = [...now.edits, ...edits];
}

/** Brings the record up to date; what is written is taken now, whatever happens to the log afterwards. */
function write(isPause: boolean): void {
  clearTimeout(timer);
  timer = undefined;
  const now = recording;
  if (now === undefined || seen === undefined) return;
  const view = useRun.getState();
  const step = endOf(seen);
  if (step === 0) return;
  if (now.written > 0) noteEdits(now, step);
  now.written = step;
  keepRun(now.record, {
    measured: {
      ...seen,
      reports: mergedReports(now.before?.reports ?? [], seen.reports),
      marks: now.marks.upTo(step),
    },
    change: {
      experiment: now.experiment,
      edits: now.edits,
      state: now.state,
      fault: now.state === 'failed' ? view.fault : undefined,
      step,
      totalSteps: now.run.info.totalSteps,
      backend: view.info?.backendLabel ?? now.run.info.backendLabel,
    },
    samplesPerSecond: view.samplesPerSecond,
    parameters: parametersToKeep(now, step, isPause),
  });
}

/** The chip's parameters, if it is time to keep them and they are what training has made of them. */
function parametersToKeep(now: Recording, step: number, isPause: boolean): LogParameters | undefined {
  const isDue =
    chip.step > 0 &&
    chip.step <= step &&
    chip.step !== now.keptStep &&
    !hasPhaseEdits() &&
    chip.parameters.length === now.run.info.parameterCount &&
    (isPause || now.state !== 'running' || performance.now() - now.keptAt >= PARAMETERS_MS);
  if (!isDue) return undefined;
  now.keptAt = performance.now();
  now.keptStep = chip.step;
  return { parameters: chip.parameters, step: chip.step };
}

type LogParameters = { readonly parameters: Float64Array; readonly step: number };

/** The recorded run is over for this page: reset, left for another experiment, or its phases were replaced. */
function end(): void {
  if (recording !== undefined) {
    if (recording.state === 'running') recording.state = 'paused';
    write(true);
  }
  recording = undefined;
  beginnings++;
  isBeginning = false;
}
