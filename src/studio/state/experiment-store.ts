import { temporal } from 'zundo';
import { create } from 'zustand';
import { ficonnVowels } from '../../experiment/presets';
import { runPart } from '../../experiment/run-part';
import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import { editRefusal, refusesEdits } from './edit-guard';

/**
 * The experiment on screen. It is always valid: an edit that is not is refused with its fault, and the
 * last valid experiment stays.
 */
interface ExperimentState {
  readonly experiment: Experiment;
}

/** Undo steps kept. */
const HISTORY = 200;

export const useExperiment = create<ExperimentState>()(
  temporal((): ExperimentState => ({ experiment: ficonnVowels }), {
    limit: HISTORY,
    equality: (past, present) => past.experiment === present.experiment,
  }),
);

export function currentExperiment(): Experiment {
  return useExperiment.getState().experiment;
}

/** Replaces the experiment by a valid one, as one step of the history. */
export function editExperiment(candidate: Experiment): Result<Experiment> {
  const refusal = editRefusal();
  if (refusal !== undefined) return fail(refusal);
  const result = validateExperiment(withoutStaleFrozen(currentExperiment(), candidate));
  if (result.ok && !sameExperiment(result.value, currentExperiment())) {
    useExperiment.setState({ experiment: result.value });
  }
  return result;
}

/** Frozen parameters are named by their place: on another chip the same places would be other parts. */
function withoutStaleFrozen(before: Experiment, after: Experiment): Experiment {
  const { training } = after;
  const isStale =
    training.frozen.length > 0 &&
    training.frozen === before.training.frozen &&
    layoutKey(before) !== layoutKey(after);
  return isStale ? { ...after, training: { ...training, frozen: [] } } : after;
}

/** Equal for experiments whose parameters lie at the same places. */
function layoutKey({ modes, layers, convolution, task }: Experiment): string {
  const parts = layers.map(({ form, mesh, nonlinearity }) => [form, mesh, nonlinearity.kind]);
  return JSON.stringify([modes, parts, convolution && [convolution, task]]);
}

let beforeGesture: Experiment | undefined;

/** Everything edited until {@link endGesture} becomes one step of the history (a drag). */
export function beginGesture(): void {
  if (beforeGesture !== undefined) return;
  beforeGesture = currentExperiment();
  useExperiment.temporal.getState().pause();
}

export function endGesture(): void {
  const before = beforeGesture;
  if (before === undefined) return;
  beforeGesture = undefined;
  const history = useExperiment.temporal;
  history.getState().resume();
  if (sameExperiment(before, currentExperiment())) return;
  history.setState(({ pastStates }) => ({
    pastStates: [...pastStates, { experiment: before }].slice(-HISTORY),
    futureStates: [],
  }));
}

export function undo(): void {
  if (refusesEdits()) return;
  useExperiment.temporal.getState().undo();
}

export function redo(): void {
  if (refusesEdits()) return;
  useExperiment.temporal.getState().redo();
}

export function canUndo(): boolean {
  return useExperiment.temporal.getState().pastStates.length > 0;
}

export function canRedo(): boolean {
  return useExperiment.temporal.getState().futureStates.length > 0;
}

/** Something else was done: what was taken back cannot come again. */
export function forgetRedo(): void {
  if (canRedo()) useExperiment.temporal.setState({ futureStates: [] });
}

export function sameExperiment(a: Experiment, b: Experiment): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Equal for experiments that share their run. */
export function runKey(experiment: Experiment): string {
  return JSON.stringify(runPart(experiment));
}
