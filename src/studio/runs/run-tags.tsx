import { X } from 'lucide-react';
import { useState } from 'react';
import type { RunRecord } from '../../library/store/records';
import { RUN_COLOURS } from '../../library/store/runs';
import { runsWords } from '../words/runs';
import { annotate, chosenRuns } from './act';
import { useRunList } from './list-store';
import { useRunHue } from './run-palette';
import { useRuns } from './runs-store';

const MAX_TAGS = 12;
const MAX_TAG = 40;

/** Tags and hue; with several runs selected, a tag goes to all of them. */
export function RunTags({ run }: { readonly run: RunRecord }) {
  const [typed, setTyped] = useState('');
  const known = useRuns(({ runs }) => runs);
  const hue = useRunHue();
  const suggestions = [...new Set(known.flatMap(({ tags }) => tags))].filter(
    (tag) => !run.tags.includes(tag),
  );
  const add = (): void => {
    const tag = typed.trim().slice(0, MAX_TAG);
    setTyped('');
    if (tag === '') return;
    const isAmong = useRunList.getState().selected.has(run.id);
    const ids = isAmong ? chosenRuns().map(({ id }) => id) : [run.id];
    void annotate(ids, ({ tags }) => ({ tags: [...new Set([...tags, tag])].slice(0, MAX_TAGS) }));
  };
  return (
    <section className="run-facts">
      <h3>{runsWords.tags}</h3>
      <div className="run-tags">
        {run.tags.map((tag) => (
          <span key={tag} className="run-tag">
            {tag}
            <button
              type="button"
              aria-label={runsWords.removeTag(tag)}
              onClick={() =>
                void annotate([run.id], ({ tags }) => ({ tags: tags.filter((other) => other !== tag) }))
              }
            >
              <X aria-hidden />
            </button>
          </span>
        ))}
        <input
          className="run-tag-input"
          type="text"
          list="run-tag-suggestions"
          aria-label={runsWords.addTag}
          placeholder={runsWords.addTag}
          maxLength={MAX_TAG}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
          onBlur={add}
        />
        <datalist id="run-tag-suggestions">
          {suggestions.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </div>
      <div className="run-hues" role="radiogroup" aria-label={runsWords.colour}>
        {Array.from({ length: RUN_COLOURS }, (_, colour) => (
          <label key={colour} className="run-hue">
            <input
              type="radio"
              name="run-hue"
              className="visually-hidden"
              aria-label={runsWords.colourOf(colour)}
              checked={run.colour === colour}
              onChange={() => void annotate([run.id], () => ({ colour }))}
            />
            <svg viewBox="0 0 16 16" aria-hidden>
              <circle cx="8" cy="8" r="6" fill={hue(colour)} />
            </svg>
          </label>
        ))}
      </div>
    </section>
  );
}
