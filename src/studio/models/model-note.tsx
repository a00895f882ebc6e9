import type { Model } from '../../library/models/model-records';
import { modelsWords as words } from '../words/models';
import { changeModel } from './act';

const MAX_NOTE = 4000;

/** A remark on a model, kept when the field is left. */
export function ModelNote({ model, isReadOnly }: { readonly model: Model; readonly isReadOnly: boolean }) {
  return (
    <textarea
      // What was changed elsewhere comes in, but never under the fingers.
      key={model.note}
      className="run-note"
      rows={2}
      aria-label={words.note}
      maxLength={MAX_NOTE}
      placeholder={words.noteHint}
      defaultValue={model.note}
      readOnly={isReadOnly}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      onBlur={({ target }) => {
        if (target.value !== model.note) void changeModel(model.id, { note: target.value });
      }}
    />
  );
}
