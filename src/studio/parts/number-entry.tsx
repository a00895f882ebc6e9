import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import { parseNumber, plainNumber } from '../format/si';

/**
 * A number a person types; understands "2m", "1e-3", "0.5π". It is offered to `onCommit` on Enter and on
 * leaving; what is refused stays in the field with its reason, and the old value stays in force.
 */
export function NumberEntry(props: {
  readonly label: string;
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
  const nudge = (direction: 1 | -1): void => {
    const value = parseNumber(text) ?? props.value;
    const next =
      props.factor === undefined ? value + direction * (props.step ?? 1) : value * props.factor ** direction;
    const tidy = plainNumber(Number(next.toPrecision(6)));
    setText(tidy);
    commit(tidy);
  };

  return (
    <TextField
      className="field"
      value={text}
      onChange={setText}
      isInvalid={fault !== undefined}
      onBlur={() => {
        if (text !== plainNumber(props.value)) commit(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(text);
        else if (event.key === 'ArrowUp') nudge(1);
        else if (event.key === 'ArrowDown') nudge(-1);
        else if (event.key === 'Escape') {
          setText(plainNumber(props.value));
          setFault(undefined);
        } else return;
        event.preventDefault();
      }}
    >
      <Label className="field-label">{props.label}</Label>
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

function notANumber(label: string, text: string): Fault {
  return {
    code: 'studio/not-a-number',
    message: `${label}: “${text.trim().slice(0, 20)}” is not a number.`,
    fix: 'Enter one like 0.01, 1e-3 or 2m.',
    where: label,
  };
}
