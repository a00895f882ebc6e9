import { useState } from 'react';
import type { Result } from '../../../lib/result';
import { NumberEntry } from '../../parts/number-entry';
import { SwitchRow } from '../../parts/switch-row';

/** A flaw of one number, 0 for none: its switch brings back the number it had, at first a usual one. */
export function FlawAmount(props: {
  readonly label: string;
  readonly setting?: string;
  readonly unit: string;
  readonly step: number;
  readonly value: number;
  readonly usual: number;
  readonly hint: string;
  /** More about the amount, shown while it is on. */
  readonly note?: string;
  readonly onCommit: (value: number) => Result<unknown>;
}) {
  const [kept, setKept] = useState(props.usual);
  return (
    <SwitchRow
      label={props.label}
      setting={props.setting}
      hint={props.hint}
      isOn={props.value !== 0}
      onChange={(isOn) => {
        if (!isOn) setKept(props.value);
        props.onCommit(isOn ? kept : 0);
      }}
    >
      <NumberEntry
        label={`${props.label}, ${props.unit}`}
        hideLabel
        value={props.value}
        unit={props.unit}
        step={props.step}
        hint={props.hint}
        onCommit={props.onCommit}
      />
      {props.note !== undefined && <p className="field-note">{props.note}</p>}
    </SwitchRow>
  );
}
