import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { IconButtonProps } from './button';
import { Keys } from './keys';

/** An icon with its label, and its keys, as a tooltip. */
export function HintedButton(props: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className="button button-icon"
        aria-label={props.label}
        onPress={props.onPress}
        isDisabled={props.isDisabled ?? false}
      >
        {props.icon}
      </Button>
      <Tooltip className="hint" offset={6}>
        {props.label}
        {props.keys !== undefined && <Keys keys={props.keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
