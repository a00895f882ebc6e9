import { Switch } from 'react-aria-components';

/** On or off. */
export function Toggle(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <Switch className="switch" isSelected={props.isOn} onChange={props.onChange}>
      <span className="switch-track" aria-hidden>
        <span className="switch-thumb" />
      </span>
      {props.label}
    </Switch>
  );
}
