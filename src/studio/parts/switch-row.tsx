import type { ReactNode } from 'react';
import { Toggle } from './toggle';

/** Something that can be switched on, with its amount beside it while it is. */
export function SwitchRow(props: {
  readonly label: string;
  /** Name of the setting by which commands find the field. */
  readonly setting?: string | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="switch-row" title={props.hint}>
      <Toggle label={props.label} setting={props.setting} isOn={props.isOn} onChange={props.onChange} />
      {props.isOn && props.children}
    </div>
  );
}
