import { lazy, Suspense } from 'react';
import { useLessons } from './lesson-store';

const LessonStrip = lazy(async () => ({ default: (await import('./lesson-strip')).LessonStrip }));
const WelcomeNote = lazy(async () => ({ default: (await import('./welcome-note')).WelcomeNote }));

/** The lesson that is open, or the note of a first visit: a strip of its own that covers nothing. */
export function Guide() {
  const { open, welcome } = useLessons();
  if (open === undefined && !welcome) return null;
  return <Suspense>{open === undefined ? <WelcomeNote /> : <LessonStrip lesson={open} />}</Suspense>;
}
