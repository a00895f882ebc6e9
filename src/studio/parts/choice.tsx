import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly note?: string;
  /** Why it cannot be chosen now. */
  readonly refusal?: string | undefined;
}

/** One of a few: a labelled select. */
export function Choice<Id extends string>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Name of the setting by which commands find the field. */
  readonly setting?: string | undefined;
  readonly value: Id;
  readonly options: readonly Option<Id>[];
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <Select
      className="field"
      data-setting={props.setting}
      aria-label={props.hideLabel === true ? props.label : undefined}
      value={props.value}
      isDisabled={props.isDisabled ?? false}
      onChange={(key) => {
        const option = props.options.find((each) => each.id === key);
        if (option !== undefined) props.onChange(option.id);
      }}
    >
      {props.hideLabel !== true && <Label className="field-label">{props.label}</Label>}
      <Button className="select-button">
        <SelectValue className="select-value">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="listbox" items={props.options}>
          {(option) => (
            <ListBoxItem
              className="listbox-item"
              textValue={option.name}
              isDisabled={option.refusal !== undefined}
            >
              {({ isSelected }) => (
                <>
                  <span className="listbox-text">
                    <Text slot="label">{option.name}</Text>
                    {(option.refusal ?? option.note) !== undefined && (
                      <Text slot="description" className="muted small">
                        {option.refusal ?? option.note}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Check aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
