import type { Experiment } from '../../experiment/schema';
import { currentExperiment, useExperiment } from '../state/experiment-store';
import { changeWords } from '../words/changes';
import { describeChange } from './describe-change';

/** What undoing would take back; undefined without anything to undo. */
export function undoLabel(): string | undefined {
  const past = useExperiment.temporal.getState().pastStates.at(-1)?.experiment;
  return past && changeWords.undo(undone(past, currentExperiment()));
}

/** What redoing would do again. */
export function redoLabel(): string | undefined {
  const future = useExperiment.temporal.getState().futureStates.at(-1)?.experiment;
  return future && changeWords.redo(redone(currentExperiment(), future));
}

const undone = remembered();
const redone = remembered();

/** Titles are asked for at every change of the page, and answer the same until the experiment changes. */
function remembered(): (before: Experiment, after: Experiment) => string {
  let last: { before: Experiment; after: Experiment; text: string } | undefined;
  return (before, after) => {
    if (last?.before !== before || last.after !== after)
      last = { before, after, text: describeChange(before, after) };
    return last.text;
  };
}
