import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { Fault } from '../../lib/fault';

/** A field whose text is read as it is typed; what is wrong with it stands below. */
export function TextEntry(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly text: string;
  readonly unit?: string | undefined;
  readonly hint?: string;
  readonly fault?: Fault | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { fault } = props;
  return (
    <TextField
      className="field"
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
      value={props.text}
      onChange={props.onChange}
      isInvalid={fault !== undefined}
    >
      {props.hideLabel !== true && <Label className="field-label">{props.label}</Label>}
      <div className="number-box">
        <Input
          className="number-input tabular"
          placeholder={props.hint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck="false"
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
