import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Option } from './choice';

/** One of two or three, all visible. */
export function Segmented<Id extends string>(props: {
  readonly label: string;
  /** Name of the setting by which commands find the field. */
  readonly setting?: string | undefined;
  readonly value: Id;
  readonly options: readonly Option<Id>[];
  readonly onChange: (id: Id) => void;
}) {
  return (
    <RadioGroup
      className="field"
      data-setting={props.setting}
      orientation="horizontal"
      value={props.value}
      onChange={(value) => {
        const option = props.options.find((each) => each.id === value);
        if (option !== undefined) props.onChange(option.id);
      }}
    >
      <Label className="field-label">{props.label}</Label>
      <div className="segmented">
        {props.options.map((option) => (
          <Radio key={option.id} value={option.id} className="segment">
            {option.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
