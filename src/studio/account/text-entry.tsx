import { FieldError, Input, Label, TextField } from 'react-aria-components';

/** One line of text in a form about the account; what is wrong with it stands below. */
export function TextEntry(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  readonly problem?: string | undefined;
  readonly note?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}) {
  const { problem } = props;
  return (
    <TextField
      className="field"
      type={props.type ?? 'text'}
      value={props.value}
      onChange={props.onChange}
      isInvalid={problem !== undefined}
      autoComplete={props.autoComplete}
      autoFocus={props.autoFocus ?? false}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
    >
      <Label className="field-label">{props.label}</Label>
      <Input className="text-input account-input" spellCheck="false" />
      {props.note !== undefined && problem === undefined && <p className="muted small">{props.note}</p>}
      <FieldError className="field-error">{problem}</FieldError>
    </TextField>
  );
}
