import { openAsDocument } from '../documents/open-document';
import { chip } from '../state/chip';
import { currentExperiment, editExperiment } from '../state/experiment-store';
import { showScreen } from '../state/view';
import type { LessonId } from './lesson-store';
import { LESSON_STEPS, closeLesson, stepOf, useLessons } from './lesson-store';
import type { Step } from './lessons';
import { LESSONS } from './lessons';

/** Goes on with a lesson where it was left; one that was finished begins again. */
export function openLesson(lesson: LessonId): void {
  const { done, at } = useLessons.getState();
  const isOver = (done[lesson]?.length ?? 0) >= LESSON_STEPS[lesson];
  useLessons.setState({
    open: lesson,
    welcome: false,
    ...(isOver ? { done: { ...done, [lesson]: [] }, at: { ...at, [lesson]: 0 } } : {}),
  });
  enter(lesson, isOver ? 0 : stepOf(lesson));
}

/** To the next step or the one before; after the last the lesson closes. */
export function moveLesson(by: 1 | -1): void {
  const { open } = useLessons.getState();
  if (open === undefined) return;
  const step = stepOf(open) + by;
  if (step >= LESSON_STEPS[open]) closeLesson();
  else if (step >= 0) enter(open, step);
}

export function doStep(): void {
  const step = currentStep();
  if (step === undefined) return;
  if (!step.fits(currentExperiment())) put(step);
  whenLaidOut(() => step.doIt());
}

/** Puts the present step's experiment on screen again. */
export function reopenStep(): void {
  const step = currentStep();
  if (step !== undefined) put(step);
}

export function currentStep(): Step | undefined {
  const { open } = useLessons.getState();
  return open && LESSONS[open][stepOf(open)];
}

function enter(lesson: LessonId, index: number): void {
  useLessons.setState(({ at }) => ({ at: { ...at, [lesson]: index } }));
  const step = LESSONS[lesson][index];
  showScreen('chip');
  if (step !== undefined) put(step);
}

/**
 * The step's experiment, unless what is on screen will do. Within a lesson it takes the last step's place, as an edit;
 * someone's own work is never edited: the lesson opens beside it.
 */
function put(step: Step): void {
  const current = currentExperiment();
  if (!step.fits(current)) {
    const steps = LESSONS[useLessons.getState().open ?? 'tour'];
    const isOfLesson = steps.some(({ experiment }) => experiment.name === current.name);
    if (isOfLesson) editExperiment(step.experiment);
    else openAsDocument(step.experiment);
  }
  whenLaidOut(() => step.show());
}

/** Large chips are laid out in a worker; what a step does needs them on screen. */
function whenLaidOut(act: () => void): void {
  if (chip.network !== undefined) {
    act();
    return;
  }
  const stop = chip.subscribe(() => {
    if (chip.network === undefined) return;
    stop();
    act();
  });
}
