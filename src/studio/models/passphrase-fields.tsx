import { useId } from 'react';
import { strengthOf } from '../../cloud/classified/passphrase';
import { policyWords } from '../words/policy';

const words = policyWords.passphrase;

interface Typed {
  readonly first: string;
  readonly again: string;
}

/** A new passphrase, twice, with what it is worth and what it means to lose it. */
export function PassphraseFields(props: {
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
}) {
  const { value, onChange } = props;
  const id = useId();
  const strength = strengthOf(value.first);
  const isDifferent = value.again !== '' && value.first !== value.again;
  return (
    <div className="passphrase">
      <label className="field-label" htmlFor={id}>
        {words.label}
      </label>
      <input
        id={id}
        className="text-input"
        type="password"
        autoComplete="new-password"
        value={value.first}
        aria-describedby={`${id}-strength`}
        onChange={(event) => onChange({ ...value, first: event.target.value })}
      />
      <p id={`${id}-strength`} className="small" data-strength={strength} role="status">
        {words.strengths[strength]}
      </p>
      <label className="field-label" htmlFor={`${id}-again`}>
        {words.repeat}
      </label>
      <input
        id={`${id}-again`}
        className="text-input"
        type="password"
        autoComplete="new-password"
        value={value.again}
        aria-invalid={isDifferent}
        onChange={(event) => onChange({ ...value, again: event.target.value })}
      />
      {isDifferent && (
        <p className="field-error" role="alert">
          {words.different}
        </p>
      )}
      <p className="passphrase-warning">{words.warning}</p>
      <p className="muted small">{words.rest}</p>
    </div>
  );
}
