import { useEffect } from 'react';
import { chip } from '../state/chip';
import { currentExperiment, useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import type { LessonId } from './lesson-store';
import { markDone } from './lesson-store';
import type { Step } from './lessons';

/** Marks the step done once the studio's state says so, whichever way that came about. */
export function useStepWatch(lesson: LessonId, index: number, step: Step | undefined): void {
  useEffect(() => {
    if (step === undefined) return;
    const look = (): void => {
      if (step.fits(currentExperiment()) && step.isDone()) markDone(lesson, index);
    };
    look();
    const stops = [chip.subscribe(look), useRun.subscribe(look), useExperiment.subscribe(look)];
    return () => stops.forEach((stop) => stop());
  }, [lesson, index, step]);
}
