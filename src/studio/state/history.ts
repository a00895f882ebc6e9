import { canRedo, canUndo, redo, undo, useExperiment } from './experiment-store';
import {
  forgetUndonePhaseEdits,
  isPhaseEditLast,
  isPhaseEditNext,
  redoPhaseEdit,
  undoPhaseEdit,
} from './phase-edit';

/**
 * One order for what is edited in two places: the design, which is the experiment, and phases, which belong to the run. An
 * edit of phases remembers the design it was made on. It is the latest thing done while that design is the present one,
 * and goes before whatever led away from it.
 */
let isMoving = false;

export function undoLatest(): void {
  if (isPhaseEditLast()) undoPhaseEdit();
  else move(undo);
}

export function redoLatest(): void {
  if (isPhaseEditNext()) redoPhaseEdit();
  else move(redo);
}

export function canUndoLatest(): boolean {
  return isPhaseEditLast() || canUndo();
}

export function canRedoLatest(): boolean {
  return isPhaseEditNext() || canRedo();
}

function move(along: () => void): void {
  isMoving = true;
  try {
    along();
  } finally {
    isMoving = false;
  }
}

useExperiment.subscribe((state, before) => {
  if (!isMoving && state.experiment !== before.experiment) forgetUndonePhaseEdits();
});
