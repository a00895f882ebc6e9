import { closeLesson, closeWelcome, stepOf, useLessons } from '../lesson/lesson-store';
import type { LessonId } from '../lesson/lesson-store';
import { lessonWords } from '../words/lesson';
import { welcomeWords } from '../words/welcome';
import type { Command } from './command';
import { always } from './command';

const isOpen = (): boolean => useLessons.getState().open !== undefined;
/** Lessons and what their steps need are loaded with the first one. */
const actions = () => import('../lesson/lesson-actions');
const open = (lesson: LessonId): void => void actions().then(({ openLesson }) => openLesson(lesson));
const move = (by: 1 | -1): void => void actions().then(({ moveLesson }) => moveLesson(by));

export const lessonCommands = {
  tour: {
    id: 'tour',
    group: 'View',
    title: () => lessonWords.commands.tour,
    enabled: always,
    run: () => open('tour'),
  },
  lessonDepth: {
    id: 'lessonDepth',
    group: 'View',
    title: () => lessonWords.commands.depth,
    enabled: always,
    run: () => open('depth'),
  },
  lessonNext: {
    id: 'lessonNext',
    group: 'View',
    title: () => lessonWords.commands.next,
    keys: 'Shift+>',
    enabled: isOpen,
    run: () => move(1),
  },
  lessonBack: {
    id: 'lessonBack',
    group: 'View',
    title: () => lessonWords.commands.back,
    keys: 'Shift+<',
    enabled: () => {
      const { open: lesson } = useLessons.getState();
      return lesson !== undefined && stepOf(lesson) > 0;
    },
    run: () => move(-1),
  },
  lessonDo: {
    id: 'lessonDo',
    group: 'View',
    title: () => lessonWords.commands.doIt,
    enabled: isOpen,
    run: () => void actions().then(({ doStep }) => doStep()),
  },
  lessonReopen: {
    id: 'lessonReopen',
    group: 'View',
    title: () => lessonWords.commands.reopen,
    enabled: isOpen,
    run: () => void actions().then(({ reopenStep }) => reopenStep()),
  },
  lessonClose: {
    id: 'lessonClose',
    group: 'View',
    title: () => lessonWords.close,
    enabled: isOpen,
    run: closeLesson,
  },
  welcomeClose: {
    id: 'welcomeClose',
    group: 'View',
    title: () => welcomeWords.close,
    enabled: () => useLessons.getState().welcome,
    run: closeWelcome,
  },
} satisfies Record<string, Command>;
