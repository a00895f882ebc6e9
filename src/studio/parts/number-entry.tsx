import { useRef, useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import type { Decibels } from '../format/quantity';
import { readQuantity } from '../format/quantity';
import { fieldNumber } from '../format/si';
import { beginGesture, endGesture } from '../state/experiment-store';
import { beginKeyGesture, endKeyGesture } from '../state/key-gesture';
import { partWords } from '../words/parts';

/** What arrow keys do with Shift held down, and the page keys. */
const LARGE = 10;

/**
 * A number a person types, with SI units: "1.55u", "0.25π", "45deg" (see format/quantity.ts); what they mean is shown
 * while they are typed. It is offered to `onCommit` on Enter and on leaving; what is refused stays in the field with
 * its reason, and the old value stays in force.
 */
export function NumberEntry(props: {
  readonly label: string;
  /** The label is only for assistive technology: something beside the field says the same. */
  readonly hideLabel?: boolean;
  readonly value: number;
  readonly unit?: string;
  /** For a ratio, that it may be typed in decibels. */
  readonly decibels?: Decibels;
  readonly id?: string;
  /** Name of the setting by which commands find the field. */
  readonly setting?: string | undefined;
  /** Arrow keys change the value by this, or by this factor. */
  readonly step?: number;
  readonly factor?: number;
  readonly hint?: string;
  readonly onCommit: (value: number) => Result<unknown>;
}) {
  const { value, unit = '' } = props;
  const [text, setText] = useState(fieldNumber(value));
  const [fault, setFault] = useState<Fault>();
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(fieldNumber(value));
    setFault(undefined);
  }
  const isEdited = text !== fieldNumber(value);
  const reading = readQuantity(text, unit, props.decibels);
  const isExpression = isEdited && reading.kind === 'value' && !reading.isPlain;

  const offer = (wanted: number): void => {
    const result = props.onCommit(wanted);
    setFault(result.ok ? undefined : result.fault);
    if (result.ok) setText(fieldNumber(wanted));
  };
  const commit = (): void => {
    if (reading.kind === 'value') offer(reading.value);
    else setFault(refusal(props.label, text, unit, reading));
  };
  const nudge = (from: number, steps: number): void => {
    const next = props.factor === undefined ? from + steps * (props.step ?? 1) : from * props.factor ** steps;
    const tidy = Number(next.toPrecision(6));
    setText(fieldNumber(tidy));
    offer(tidy);
  };
  // A key held down is one step of the history.
  const nudgeOnce = (steps: number): void => {
    beginKeyGesture();
    nudge(isEdited && reading.kind === 'value' ? reading.value : value, steps);
  };

  return (
    <TextField
      className="field"
      data-setting={props.setting}
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
      value={text}
      onChange={setText}
      isInvalid={fault !== undefined}
      onKeyUp={endKeyGesture}
      onBlur={() => {
        endKeyGesture();
        if (isEdited) commit();
      }}
      onKeyDown={(event) => {
        const steps = STEPS[event.key];
        if (event.key === 'Enter') commit();
        else if (steps !== undefined) nudgeOnce(event.shiftKey ? LARGE * Math.sign(steps) : steps);
        else if (event.key === 'Escape') {
          setText(fieldNumber(value));
          setFault(undefined);
        } else {
          // Shortcuts such as undo are for the page.
          if ('continuePropagation' in event) event.continuePropagation();
          return;
        }
        event.preventDefault();
      }}
    >
      {props.hideLabel !== true && <ScrubLabel text={props.label} value={value} onScrub={nudge} />}
      <div className="number-box">
        <Input
          className="number-input tabular"
          data-editing={isEdited}
          id={props.id}
          inputMode="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck="false"
          title={props.hint}
        />
        {unit !== '' && (
          <span className="unit" aria-hidden>
            {unit}
          </span>
        )}
        {isExpression && (
          <output className="number-reads tabular">
            {partWords.reads(fieldNumber(reading.value), unit)}
          </output>
        )}
      </div>
      <FieldError className="field-error">{fault && `${fault.message} ${fault.fix}`}</FieldError>
    </TextField>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: LARGE,
  PageDown: -LARGE,
};

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
        const pixels = event.clientX - start.current.x;
        const steps = Math.round(pixels / SCRUB_PIXELS) * (event.shiftKey ? LARGE : 1);
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

function refusal(
  label: string,
  text: string,
  unit: string,
  reading: { readonly kind: 'no-number' } | { readonly kind: 'other-unit'; readonly unit: string },
): Fault {
  if (reading.kind === 'other-unit') {
    return {
      code: 'studio/other-unit',
      message: partWords.otherUnit(label, reading.unit.slice(0, 20), unit),
      fix: partWords.otherUnitFix(unit),
      where: label,
    };
  }
  return {
    code: 'studio/not-a-number',
    message: partWords.notANumber(label, text.trim().slice(0, 20)),
    fix: partWords.notANumberFix,
    where: label,
  };
}
