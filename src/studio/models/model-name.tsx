import { useState } from 'react';
import type { Model } from '../../library/models/model-records';
import { modelsWords as words } from '../words/models';
import { changeModel } from './act';
import { titleOfModel } from './models-store';

const MAX_NAME = 120;

/** The model's name, edited where it stands: Enter or leaving takes it, Escape does not. */
export function ModelName({ model, isReadOnly }: { readonly model: Model; readonly isReadOnly: boolean }) {
  const name = titleOfModel(model);
  const [text, setText] = useState(name);
  const [shown, setShown] = useState(name);
  if (shown !== name) {
    setShown(name);
    setText(name);
  }
  return (
    <input
      id="model-name"
      className="model-name-field"
      data-editing={text !== name}
      aria-label={words.name}
      value={text}
      maxLength={MAX_NAME}
      spellCheck={false}
      readOnly={isReadOnly || model.name === ''}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        const typed = text.trim();
        if (typed === '') setText(name);
        else if (typed !== name) void changeModel(model.id, { name: typed });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(name);
      }}
    />
  );
}
