import { Check } from 'lucide-react';
import { runCommand } from '../commands/registry';
import { galleryWords } from '../words/gallery';
import { lessonWords } from '../words/lesson';
import type { LessonId } from './lesson-store';
import { LESSON_IDS, LESSON_STEPS, useLessons } from './lesson-store';

const COMMAND = { tour: 'tour', depth: 'lessonDepth' } as const satisfies Record<LessonId, string>;

/** The lessons, with how far one is. */
export function Lessons() {
  return (
    <section aria-labelledby="gallery-lessons">
      <h2 id="gallery-lessons">{galleryWords.lessons}</h2>
      <ul className="lesson-grid">
        {LESSON_IDS.map((id) => (
          <li key={id}>
            <LessonCard id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LessonCard({ id }: { readonly id: LessonId }) {
  const at = useLessons((state) => state.at[id] ?? 0);
  const done = useLessons((state) => state.done[id]?.length ?? 0);
  const count = LESSON_STEPS[id];
  const isOver = done >= count;
  const { title, note } = lessonWords.lessons[id];
  const way = isOver ? lessonWords.again : done > 0 || at > 0 ? lessonWords.goOn(at + 1) : lessonWords.start;
  return (
    <button type="button" className="card lesson-card" onClick={() => runCommand(COMMAND[id])}>
      <span className="card-name">{title}</span>
      <span className="card-learn">{note}</span>
      <span className="card-facts">
        <span className="lesson-way">{way}</span>
        <span>{lessonWords.length(count)}</span>
        {isOver && (
          <span className="guide-done">
            <Check aria-hidden />
            {lessonWords.finished}
          </span>
        )}
      </span>
    </button>
  );
}
