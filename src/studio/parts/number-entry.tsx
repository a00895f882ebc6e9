import { useRef, useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import { parseNumber, plainNumber } from '../format/si';
import { beginGesture, endGesture } from '../state/experiment-store';

/**
 * A number a person types; understands "2m", "1e-3", "0.5π". It is offered to `onCommit` on Enter and on
 * leaving; what is refused stays in the field with its reason, and the old value stays in force.
 */
export function NumberEntry(props: {
  readonly label: string;
  /** The label is only for assistive technology: something beside the field says the same. */
  readonly hideLabel?: boolean;
  readonly value: number;
  readonly unit?: string;
  readonly id?: string;
  /** Arrow keys change the value by this, or by this factor. */
  readonly step?: number;
  readonly factor?: number;
  readonly hint?: string;
  readonly onCommit: (value: number) => Result<unknown>;
}) {
  const [text, setText] = useState(plainNumber(props.value));
  const [fault, setFault] = useState<Fault>();
  const [shown, setShown] = useState(props.value);
  if (shown !== props.value) {
    setShown(props.value);
    setText(plainNumber(props.value));
    setFault(undefined);
  }

  const commit = (candidate: string): void => {
    const value = parseNumber(candidate);
    const result = value === undefined ? fail(notANumber(props.label, candidate)) : props.onCommit(value);
    setFault(result.ok ? undefined : result.fault);
    if (result.ok && value !== undefined) setText(plainNumber(value));
  };
  const nudge = (from: number, steps: number): void => {
    const next = props.factor === undefined ? from + steps * (props.step ?? 1) : from * props.factor ** steps;
    const tidy = plainNumber(Number(next.toPrecision(6)));
    setText(tidy);
    commit(tidy);
  };
  // A key held down is one step of the history.
  const nudgeOnce = (direction: 1 | -1): void => {
    beginGesture();
    nudge(parseNumber(text) ?? props.value, direction);
  };

  return (
    <TextField
      className="field"
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
      value={text}
      onChange={setText}
      isInvalid={fault !== undefined}
      onKeyUp={endGesture}
      onBlur={() => {
        endGesture();
        if (text !== plainNumber(props.value)) commit(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(text);
        else if (event.key === 'ArrowUp') nudgeOnce(1);
        else if (event.key === 'ArrowDown') nudgeOnce(-1);
        else if (event.key === 'Escape') {
          setText(plainNumber(props.value));
          setFault(undefined);
        } else {
          // Shortcuts such as undo are for the page.
          if ('continuePropagation' in event) event.continuePropagation();
          return;
        }
        event.preventDefault();
      }}
    >
      {props.hideLabel !== true && <ScrubLabel text={props.label} value={props.value} onScrub={nudge} />}
      <div className="number-box">
        <Input
          className="number-input tabular"
          data-editing={text !== plainNumber(props.value)}
          id={props.id}
          inputMode="decimal"
          autoComplete="off"
          spellCheck="false"
          title={props.hint}
        />
        {props.unit !== undefined && (
          <span className="unit" aria-hidden>
            {props.unit}
          </span>
        )}
      </div>
      <FieldError className="field-error">{fault && `${fault.message} ${fault.fix}`}</FieldError>
    </TextField>
  );
}

/** Pixels of a drag on the label per step. */
const SCRUB_PIXELS = 8;

/** The field's label; dragging it sideways changes the value, and the drag is one step of the history. */
function ScrubLabel(props: {
  readonly text: string;
  readonly value: number;
  readonly onScrub: (from: number, steps: number) => void;
}) {
  const start = useRef<{ x: number; value: number; steps: number }>(undefined);
  const end = (): void => {
    if (start.current === undefined) return;
    start.current = undefined;
    endGesture();
  };
  return (
    <Label
      className="field-label is-scrubbable"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, value: props.value, steps: 0 };
        beginGesture();
      }}
      onPointerMove={(event) => {
        if (start.current === undefined) return;
        const steps = Math.round((event.clientX - start.current.x) / SCRUB_PIXELS);
        if (steps === start.current.steps) return;
        start.current.steps = steps;
        props.onScrub(start.current.value, steps);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {props.text}
    </Label>
  );
}

function notANumber(label: string, text: string): Fault {
  return {
    code: 'studio/not-a-number',
    message: `${label}: “${text.trim().slice(0, 20)}” is not a number.`,
    fix: 'Enter one like 0.01, 1e-3 or 2m.',
    where: label,
  };
}
