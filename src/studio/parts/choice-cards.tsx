import { Label, Radio, RadioGroup } from 'react-aria-components';
import '../styles/choice-cards.css';

/** One of a few things, each with a line that says what it means. */
export function ChoiceCards<Id extends string>(props: {
  readonly label: string;
  readonly value: Id | undefined;
  readonly options: readonly {
    readonly id: Id;
    readonly name: string;
    readonly note: string;
    readonly isDisabled?: boolean;
  }[];
  readonly onChange: (id: Id) => void;
}) {
  return (
    <RadioGroup
      className="choice-cards"
      value={props.value ?? null}
      onChange={(value) => {
        const chosen = props.options.find(({ id }) => id === value);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      <Label className="visually-hidden">{props.label}</Label>
      {props.options.map(({ id, name, note, isDisabled = false }) => (
        <Radio key={id} value={id} className="choice-card" isDisabled={isDisabled}>
          <span className="choice-card-name">{name}</span>
          <span className="choice-card-note">{note}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
