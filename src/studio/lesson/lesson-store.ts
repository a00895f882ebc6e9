import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { safeStorage } from '../state/safe-storage';

export const LESSON_IDS = ['tour', 'depth'] as const;
export type LessonId = (typeof LESSON_IDS)[number];

/** Steps of each lesson; what they are stands in lessons.ts, which is loaded with the first one. */
export const LESSON_STEPS: Readonly<Record<LessonId, number>> = { tour: 5, depth: 3 };

interface Lessons {
  /** The one on screen. */
  readonly open: LessonId | undefined;
  /** Where each was left, counted from 0. */
  readonly at: Readonly<Partial<Record<LessonId, number>>>;
  /** Steps that were done, by oneself or by the studio. */
  readonly done: Readonly<Partial<Record<LessonId, readonly number[]>>>;
  /** Someone has been here before. */
  readonly visited: boolean;
  /** The note of a first visit is on screen. */
  readonly welcome: boolean;
}

/** How far someone is: kept in this browser, so that a lesson can be gone on with. */
export const useLessons = create<Lessons>()(
  persist((): Lessons => ({ open: undefined, at: {}, done: {}, visited: false, welcome: false }), {
    name: 'photonic-lessons',
    storage: createJSONStorage(() => safeStorage()),
  }),
);

export function closeWelcome(): void {
  useLessons.setState({ welcome: false });
}

export function closeLesson(): void {
  useLessons.setState({ open: undefined });
}

export function stepOf(lesson: LessonId): number {
  return Math.min(useLessons.getState().at[lesson] ?? 0, LESSON_STEPS[lesson] - 1);
}

export function markDone(lesson: LessonId, step: number): void {
  useLessons.setState(({ done }) => {
    const before = done[lesson] ?? [];
    return before.includes(step) ? {} : { done: { ...done, [lesson]: [...before, step] } };
  });
}
