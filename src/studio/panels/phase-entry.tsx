import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { angleText, parseAngle, wrapAngle } from '../format/angle';
import { KEY_STEP, PhaseDial } from '../parts/phase-dial';
import { editParameter, holdPhase, releasePhase } from '../state/phase-edit';
import { inspectorWords } from '../words/inspector';

interface Phase {
  readonly id: string;
  readonly label: string;
  /** Radians. */
  readonly value: number;
  readonly offset: number;
}

/** One phase, as a dial and as a number. */
export function PhaseEntry(props: Phase) {
  return (
    <div className="phase-entry">
      <PhaseDial
        label={props.label}
        value={props.value}
        onStart={holdPhase}
        onEnd={releasePhase}
        onChange={(value) => editParameter(props.offset, wrapAngle(value))}
      />
      <AngleField {...props} />
    </div>
  );
}

/** An angle as people type them; what is none stays in the field with its reason. */
function AngleField({ id, label, value, offset }: Phase) {
  const shown = angleText(value);
  const [text, setText] = useState(shown);
  const [known, setKnown] = useState(shown);
  const [refused, setRefused] = useState<string>();
  if (known !== shown) {
    setKnown(shown);
    setText(shown);
    setRefused(undefined);
  }
  const commit = (): void => {
    if (text === shown) return setRefused(undefined);
    const angle = parseAngle(text);
    setRefused(angle === undefined ? text.trim().slice(0, 20) : undefined);
    if (angle === undefined) return;
    editParameter(offset, wrapAngle(angle));
    setText(angleText(angle));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction !== undefined) {
      // A key held down is one edit.
      holdPhase();
      const step = event.shiftKey ? KEY_STEP.coarse : KEY_STEP.fine;
      editParameter(offset, wrapAngle((parseAngle(text) ?? value) + direction * step));
    } else if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') {
      setText(shown);
      setRefused(undefined);
    } else return;
    event.preventDefault();
  };
  return (
    <TextField className="field" value={text} onChange={setText} isInvalid={refused !== undefined}>
      <Label className="field-label">{label}</Label>
      <div className="number-box">
        <Input
          className="number-input tabular"
          id={id}
          data-editing={text !== shown}
          autoComplete="off"
          spellCheck="false"
          title={inspectorWords.angleHint}
          onKeyDown={onKeyDown}
          onKeyUp={releasePhase}
          onBlur={() => {
            releasePhase();
            commit();
          }}
        />
      </div>
      <FieldError className="field-error">
        {refused !== undefined && `${inspectorWords.notAnAngle(label, refused)} ${inspectorWords.angleFix}`}
      </FieldError>
    </TextField>
  );
}
