import { X } from 'lucide-react';
import { useState } from 'react';
import type { Model } from '../../library/models/model-records';
import { modelsWords as words } from '../words/models';
import { changeModel } from './act';
import { useModels } from './models-store';

const MAX_TAGS = 12;
const MAX_TAG = 40;

/** Tags from a text with commas, as they are stored. */
export function tagsOf(text: string): readonly string[] {
  const tags = text
    .split(',')
    .map((tag) => tag.trim().slice(0, MAX_TAG))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MAX_TAGS);
}

export function ModelTags({ model, isReadOnly }: { readonly model: Model; readonly isReadOnly: boolean }) {
  const [typed, setTyped] = useState('');
  const known = useModels(({ models }) => models);
  const suggestions = [...new Set(known.flatMap(({ tags }) => tags))].filter(
    (tag) => !model.tags.includes(tag),
  );
  const add = (): void => {
    const more = tagsOf(typed);
    setTyped('');
    if (more.length === 0) return;
    void changeModel(model.id, ({ tags }) => ({ tags: [...new Set([...tags, ...more])].slice(0, MAX_TAGS) }));
  };
  return (
    <div className="run-tags" role="group" aria-label={words.tags}>
      {model.tags.map((tag) => (
        <span key={tag} className="model-tag">
          {tag}
          {!isReadOnly && (
            <button
              type="button"
              aria-label={words.removeTag(tag)}
              onClick={() =>
                void changeModel(model.id, ({ tags }) => ({ tags: tags.filter((other) => other !== tag) }))
              }
            >
              <X aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!isReadOnly && (
        <>
          <input
            className="run-tag-input"
            type="text"
            list="model-tag-suggestions"
            aria-label={words.addTag}
            placeholder={words.addTag}
            maxLength={MAX_TAG}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
            onBlur={add}
          />
          <datalist id="model-tag-suggestions">
            {suggestions.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </>
      )}
    </div>
  );
}
