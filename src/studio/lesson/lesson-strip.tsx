import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { runCommand } from '../commands/registry';
import { Button, IconButton } from '../parts/button';
import { useExperiment } from '../state/experiment-store';
import { lessonWords } from '../words/lesson';
import type { LessonId } from './lesson-store';
import { LESSON_STEPS, useLessons } from './lesson-store';
import { LESSONS } from './lessons';
import { useStepWatch } from './use-step-watch';
import '../styles/lesson.css';

/** One step of a lesson: what to do, whether it is done, and ways on. Nothing waits for it. */
export function LessonStrip({ lesson }: { readonly lesson: LessonId }) {
  const count = LESSON_STEPS[lesson];
  const index = Math.min(
    useLessons(({ at }) => at[lesson] ?? 0),
    count - 1,
  );
  const isDone = useLessons(({ done }) => done[lesson]?.includes(index) === true);
  const experiment = useExperiment((state) => state.experiment);
  const step = LESSONS[lesson][index];
  const heading = useRef<HTMLHeadingElement>(null);
  useStepWatch(lesson, index, step);
  useHighlight(step?.part);
  // Someone asked for this step; the keyboard and the reader go with it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [lesson, index]);
  if (step === undefined) return null;
  const words = wordsOf(step.id);
  const isElsewhere = !isDone && !step.fits(experiment);
  const isLast = index === count - 1;
  return (
    <section className="guide guide-lesson" aria-label={lessonWords.label(lessonWords.lessons[lesson].title)}>
      <div className="guide-text">
        <h2 ref={heading} tabIndex={-1}>
          <span className="guide-position muted tabular">{lessonWords.position(index + 1, count)}</span>
          {words.title}
        </h2>
        <p aria-live="polite" className={isDone ? 'guide-done' : undefined}>
          {isDone ? (
            <>
              <Check aria-hidden />
              {words.done}
            </>
          ) : isElsewhere ? (
            lessonWords.elsewhere
          ) : (
            words.text
          )}
        </p>
      </div>
      <div className="guide-actions">
        {isElsewhere && <Button onPress={() => runCommand('lessonReopen')}>{lessonWords.reopen}</Button>}
        {!isDone && !isElsewhere && (
          <Button onPress={() => runCommand('lessonDo')}>{lessonWords.doIt}</Button>
        )}
        <Button kind="quiet" isDisabled={index === 0} onPress={() => runCommand('lessonBack')}>
          {lessonWords.back}
        </Button>
        <Button kind={isDone ? 'primary' : 'quiet'} onPress={() => runCommand('lessonNext')}>
          {isLast ? lessonWords.finish : isDone ? lessonWords.next : lessonWords.skip}
        </Button>
        <IconButton label={lessonWords.close} icon={<X />} onPress={() => runCommand('lessonClose')} />
      </div>
    </section>
  );
}

type Words = (typeof lessonWords.steps)[keyof typeof lessonWords.steps];

export function wordsOf(id: string): Words {
  return id in lessonWords.steps
    ? lessonWords.steps[id as keyof typeof lessonWords.steps]
    : lessonWords.steps.interferometer;
}

/** Outlines a part of the page, by an attribute that outlives whatever is drawn anew inside it. */
function useHighlight(part: string | undefined): void {
  useEffect(() => {
    const root = document.documentElement;
    if (part !== undefined) root.dataset['lessonPart'] = part;
    return () => {
      delete root.dataset['lessonPart'];
    };
  }, [part]);
}
