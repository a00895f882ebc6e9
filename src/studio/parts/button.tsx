import type { ReactElement, ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { CommandId } from '../commands/registry';
import { COMMANDS, runCommand, subscribeCommands } from '../commands/registry';
import { readableKeys } from '../commands/shortcuts';
import { isMac } from './platform';

export function Button(props: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly label?: string;
}) {
  return (
    <AriaButton
      className={`button button-${props.kind ?? 'plain'}`}
      onPress={props.onPress}
      isDisabled={props.isDisabled ?? false}
      aria-label={props.label}
    >
      {props.children}
    </AriaButton>
  );
}

/** A button that is only an icon; its label is the tooltip. */
export function IconButton(props: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly keys?: string | undefined;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        className="button button-icon"
        aria-label={props.label}
        onPress={props.onPress}
        isDisabled={props.isDisabled ?? false}
      >
        {props.icon}
      </AriaButton>
      <Tooltip className="hint" offset={6}>
        {props.label}
        {props.keys !== undefined && <Keys keys={props.keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Title and availability of a command, kept current. */
export function useCommand(id: CommandId): { readonly title: string; readonly isEnabled: boolean } {
  const state = useSyncExternalStore(
    subscribeCommands,
    () => `${COMMANDS[id].enabled() ? '+' : '-'}${COMMANDS[id].title()}`,
  );
  return { title: state.slice(1), isEnabled: state.startsWith('+') };
}

/** Icon button of a command. */
export function CommandIcon({ id, icon }: { readonly id: CommandId; readonly icon: ReactElement }) {
  const { title, isEnabled } = useCommand(id);
  const command = COMMANDS[id];
  return (
    <IconButton
      label={title}
      icon={icon}
      isDisabled={!isEnabled}
      keys={'keys' in command ? command.keys : undefined}
      onPress={() => runCommand(id)}
    />
  );
}

/** Labelled button of a command. */
export function CommandButton(props: {
  readonly id: CommandId;
  readonly icon: ReactElement;
  readonly kind?: 'primary' | 'plain' | 'quiet';
}) {
  const { title, isEnabled } = useCommand(props.id);
  return (
    <Button kind={props.kind ?? 'plain'} isDisabled={!isEnabled} onPress={() => runCommand(props.id)}>
      {props.icon}
      {title}
    </Button>
  );
}

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {readableKeys(keys, isMac()).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
