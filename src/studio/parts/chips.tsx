import { Label, ToggleButton } from 'react-aria-components';

/** Several of many: small toggles in a row. */
export function Chips(props: {
  readonly label: string;
  /** Name of the setting by which commands find the field. */
  readonly setting?: string | undefined;
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly describe?: (name: string) => string;
  /** What the chip itself says, where that is not the name. */
  readonly show?: (name: string) => string;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}) {
  return (
    <div className="field" data-setting={props.setting} role="group" aria-label={props.label}>
      <Label className="field-label">{props.label}</Label>
      <div className="chips">
        {props.all.map((name) => {
          const isChosen = props.chosen.includes(name);
          return (
            <ToggleButton
              key={name}
              className="chip"
              isSelected={isChosen}
              aria-label={props.describe?.(name) ?? name}
              onChange={() =>
                props.onChange(
                  isChosen
                    ? props.chosen.filter((other) => other !== name)
                    : inOrder(props.all, [...props.chosen, name]),
                )
              }
            >
              {props.show?.(name) ?? name.replace('_', ' ')}
            </ToggleButton>
          );
        })}
      </div>
      {props.error !== undefined && (
        <p className="field-error" role="alert">
          {props.error}
        </p>
      )}
    </div>
  );
}

/** Keeps the chosen ones in the order they already had; new ones go last. */
function inOrder(all: readonly string[], chosen: readonly string[]): readonly string[] {
  return chosen.filter((name) => all.includes(name));
}
