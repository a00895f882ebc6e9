import { useState } from 'react';
import { currentExperiment, editExperiment, useExperiment } from '../state/experiment-store';
import { shellWords } from '../words/shell';

/** The experiment's name, edited in place. */
export function ExperimentName() {
  const name = useExperiment((state) => state.experiment.name);
  const [text, setText] = useState(name);
  const [shown, setShown] = useState(name);
  if (shown !== name) {
    setShown(name);
    setText(name);
  }
  return (
    <input
      className="experiment-name"
      data-editing={text !== name}
      aria-label={shellWords.name}
      value={text}
      maxLength={120}
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => editExperiment({ ...currentExperiment(), name: text.trim() || name })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(name);
      }}
    />
  );
}
