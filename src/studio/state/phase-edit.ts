import { create } from 'zustand';
import type { Experiment } from '../../experiment/schema';
import { toFault } from '../../lib/fault';
import { isAffordable } from './affordable';
import { aboutToLose } from './before-loss';
import type { ParameterChange } from './chip';
import { chip } from './chip';
import { currentExperiment, forgetRedo } from './experiment-store';
import { refusesEdits } from './edit-guard';
import { awaiting, useRun } from './run-store';
import { notify } from './notify';

/**
 * Editing a parameter by hand. The page shows the change at once; the engine gets the latest value, one
 * request at a time. While a hand is on a phase, parameters from training do not move it.
 */
const EDITS_KEPT = 100;

/** What stood at the edited places before one edit (or, of one that was taken back, after it). */
interface PhaseEdit {
  readonly values: readonly ParameterChange[];
  /** The design it was made on: what orders edits of phases among those of the design. */
  readonly on: Experiment;
}

interface PhaseEdits {
  /** That can be taken back: until training moves the phases, or another chip comes. */
  readonly edits: readonly PhaseEdit[];
  /** That were taken back, the latest last. */
  readonly undone: readonly PhaseEdit[];
}

export const usePhaseEdits = create<PhaseEdits>()(() => ({ edits: [], undone: [] }));

let holding = false;
/** A hand holds a phase and has not turned it yet. */
let isFresh = false;
let sending = false;
/** Offsets edited since the last request to the engine. */
const changed = new Set<number>();

export function acceptsParameters(): boolean {
  return !holding && !sending;
}

/** A hand takes hold: everything until {@link releasePhase} is one edit. */
export function holdPhase(): void {
  if (refusesEdits()) return;
  if (!holding) isFresh = true;
  holding = true;
}

export function releasePhase(): void {
  if (!holding) return;
  holding = false;
  if (isFresh) return;
  if (useRun.getState().run !== undefined) evaluateSoon();
}

export function editParameter(offset: number, value: number): void {
  editParameters([{ offset, value }]);
}

/** Many parameters as one edit: a programmed mesh. */
export function editParameters(changes: readonly ParameterChange[]): void {
  if (refusesEdits()) return;
  if (!holding && changes.length > 1) aboutToLose('phases');
  if (!holding || isFresh) remember(changes.map(({ offset }) => offset));
  isFresh = false;
  chip.edit(changes);
  void send(changes);
}

/** Another state of the whole chip, given to the open run; edits of the one before mean nothing to it. */
export function replaceParameters(parameters: Float64Array): void {
  if (refusesEdits()) return;
  aboutToLose('phases');
  forgetPhaseEdits();
  chip.setParameters(parameters);
  void sendNewest();
}

export function hasPhaseEdits(): boolean {
  return usePhaseEdits.getState().edits.length > 0;
}

/** The latest thing done is an edit of phases: nothing of the design was edited since. */
export function isPhaseEditLast(): boolean {
  return usePhaseEdits.getState().edits.at(-1)?.on === currentExperiment();
}

/** The next thing to do again is an edit of phases. */
export function isPhaseEditNext(): boolean {
  return usePhaseEdits.getState().undone.at(-1)?.on === currentExperiment();
}

function remember(offsets: readonly number[]): void {
  const before = edit(offsets);
  usePhaseEdits.setState(({ edits }) => ({ edits: [...edits, before].slice(-EDITS_KEPT), undone: [] }));
  forgetRedo();
}

function edit(offsets: readonly number[]): PhaseEdit {
  return {
    values: offsets.map((offset) => ({ offset, value: chip.parameters[offset] ?? 0 })),
    on: currentExperiment(),
  };
}

/** Takes the last edit back. */
export function undoPhaseEdit(): void {
  if (refusesEdits()) return;
  const { edits, undone } = usePhaseEdits.getState();
  const last = edits.at(-1);
  if (last === undefined) return;
  const after = edit(last.values.map(({ offset }) => offset));
  usePhaseEdits.setState({ edits: edits.slice(0, -1), undone: [...undone, { ...after, on: last.on }] });
  put(last.values);
}

/** Makes the edit that was taken back last again. */
export function redoPhaseEdit(): void {
  if (refusesEdits()) return;
  const { edits, undone } = usePhaseEdits.getState();
  const next = undone.at(-1);
  if (next === undefined) return;
  const before = edit(next.values.map(({ offset }) => offset));
  usePhaseEdits.setState({ edits: [...edits, before], undone: undone.slice(0, -1) });
  put(next.values);
}

function put(values: readonly ParameterChange[]): void {
  chip.edit(values);
  void send(values);
}

export function forgetPhaseEdits(): void {
  const { edits, undone } = usePhaseEdits.getState();
  if (edits.length > 0 || undone.length > 0) usePhaseEdits.setState({ edits: [], undone: [] });
}

/** What was taken back is forgotten as soon as something else of the design is edited. */
export function forgetUndonePhaseEdits(): void {
  if (usePhaseEdits.getState().undone.length > 0) usePhaseEdits.setState({ undone: [] });
}

/** After the hand has rested this long the test set is evaluated again. */
const REST_MS = 350;
let restTimer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the accuracy on screen that of the phases on screen; training reports by itself. */
function evaluateSoon(): void {
  clearTimeout(restTimer);
  restTimer = setTimeout(() => void evaluateNow(), REST_MS);
}

async function evaluateNow(): Promise<void> {
  const { run, state, step } = useRun.getState();
  if (run === undefined || holding || state === 'running' || !isAffordable(chip.network, run.info)) return;
  try {
    const evaluation = await awaiting(run.evaluate('test'));
    if (useRun.getState().run === run) useRun.setState({ test: { step, evaluation } });
  } catch (thrown) {
    if (useRun.getState().run !== run) return;
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

async function send(changes: readonly ParameterChange[]): Promise<void> {
  for (const { offset } of changes) changed.add(offset);
  if (sending) return;
  sending = true;
  while (changed.size > 0) {
    const offsets = [...changed];
    changed.clear();
    await sendNewest(offsets);
  }
  sending = false;
}

/**
 * To the run that is open now: it may be another one than when the last edit was sent.
 * @param offsets all without it
 */
async function sendNewest(offsets?: readonly number[]): Promise<void> {
  const { run } = useRun.getState();
  if (run === undefined) return;
  try {
    await awaiting(run.setParameters(chip.parameters.slice(), offsets));
    evaluateSoon();
  } catch (thrown) {
    if (useRun.getState().run !== run) return;
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}
