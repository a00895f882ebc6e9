import { Switch } from 'react-aria-components';

/** On or off. */
export function Toggle(props: {
  readonly label: string;
  /** Name of the setting by which commands find the field. */
  readonly setting?: string | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <Switch className="switch" data-setting={props.setting} isSelected={props.isOn} onChange={props.onChange}>
      <span className="switch-track" aria-hidden>
        <span className="switch-thumb" />
      </span>
      {props.label}
    </Switch>
  );
}
