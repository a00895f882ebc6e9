import { create } from 'zustand';
import { toFault } from '../../lib/fault';
import { isAffordable } from './affordable';
import { aboutToLose } from './before-loss';
import type { ParameterChange } from './chip';
import { chip } from './chip';
import { refusesEdits } from './edit-guard';
import { awaiting, useRun } from './run-store';
import { notify } from './notify';

/**
 * Editing a parameter by hand. The page shows the change at once; the engine gets the latest value, one
 * request at a time. While a hand is on a phase, parameters from training do not move it.
 */
const EDITS_KEPT = 100;

/** What was there before one edit. */
type PhaseEdit = readonly ParameterChange[];

/** Edits that can be taken back: until training moves the phases, or another chip comes. */
export const usePhaseEdits = create<{ readonly edits: readonly PhaseEdit[] }>()(() => ({ edits: [] }));

let holding = false;
let sending = false;
/** Offsets edited since the last request to the engine. */
const changed = new Set<number>();

export function acceptsParameters(): boolean {
  return !holding && !sending;
}

/** A hand takes hold: everything until {@link releasePhase} is one edit. */
export function holdPhase(offset: number): void {
  if (refusesEdits()) return;
  holding = true;
  remember([offset]);
}

export function releasePhase(): void {
  holding = false;
  if (useRun.getState().run !== undefined) evaluateSoon();
}

export function editParameter(offset: number, value: number): void {
  editParameters([{ offset, value }]);
}

/** Many parameters as one edit: a programmed mesh. */
export function editParameters(changes: readonly ParameterChange[]): void {
  if (refusesEdits()) return;
  if (!holding && changes.length > 1) aboutToLose('phases');
  if (!holding) remember(changes.map(({ offset }) => offset));
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

function remember(offsets: readonly number[]): void {
  const before = offsets.map((offset) => ({ offset, value: chip.parameters[offset] ?? 0 }));
  usePhaseEdits.setState(({ edits }) => ({ edits: [...edits, before].slice(-EDITS_KEPT) }));
}

/** Takes the last edit back. */
export function undoPhaseEdit(): void {
  const { edits } = usePhaseEdits.getState();
  const last = edits.at(-1);
  if (last === undefined) return;
  usePhaseEdits.setState({ edits: edits.slice(0, -1) });
  chip.edit(last);
  void send(last);
}

export function forgetPhaseEdits(): void {
  if (usePhaseEdits.getState().edits.length > 0) usePhaseEdits.setState({ edits: [] });
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
