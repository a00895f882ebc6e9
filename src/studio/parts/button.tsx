import type { ReactElement, ReactNode, Ref } from 'react';
import { useSyncExternalStore } from 'react';
import type { CommandId } from '../commands/registry';
import { commandOf, runCommand, subscribeCommands } from '../commands/registry';
import { Later } from './later';
import { loadable } from './loadable';

export const hintedButton = loadable(async () => (await import('./hinted-button')).HintedButton);

export function Button(props: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly label?: string;
}) {
  return (
    <button
      type="button"
      className={`button button-${props.kind ?? 'plain'}`}
      onClick={props.onPress}
      disabled={props.isDisabled ?? false}
      aria-label={props.label}
    >
      {props.children}
    </button>
  );
}

export interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly keys?: string | undefined;
}

/** A button that is only an icon; its label is the tooltip. */
export function IconButton(props: IconButtonProps) {
  return (
    <Later room={<BareIconButton {...props} />}>
      <hintedButton.Part {...props} />
    </Later>
  );
}

/** The same without its tooltip, which comes once the chip is lit. */
function BareIconButton({ label, icon, onPress, isDisabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {icon}
    </button>
  );
}

/** A button that opens a list below it. */
export function MenuButton({ ref, className, label, isOpen, state, onPress, children }: MenuButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      data-state={state}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

interface MenuButtonProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly className: string;
  readonly label: string;
  readonly isOpen: boolean;
  /** For the stylesheet. */
  readonly state?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Title and availability of a command, kept current; until it is there its name is what the place says. */
export function useCommand(
  id: CommandId,
  name = '',
): { readonly title: string; readonly isEnabled: boolean } {
  const state = useSyncExternalStore(subscribeCommands, () => {
    const command = commandOf(id);
    return command === undefined ? `-${name}` : `${command.enabled() ? '+' : '-'}${command.title()}`;
  });
  return { title: state.slice(1), isEnabled: state.startsWith('+') };
}

interface CommandProps {
  readonly id: CommandId;
  readonly icon: ReactElement;
  /** What the button is called before its command is there. */
  readonly name?: string;
}

/** Icon button of a command. */
export function CommandIcon({ id, icon, name }: CommandProps) {
  const { title, isEnabled } = useCommand(id, name);
  return (
    <IconButton
      label={title === '' ? id : title}
      icon={icon}
      isDisabled={!isEnabled}
      keys={commandOf(id)?.keys}
      onPress={() => runCommand(id)}
    />
  );
}

/** Labelled button of a command. */
export function CommandButton(props: CommandProps & { readonly kind?: 'primary' | 'plain' | 'quiet' }) {
  const { title, isEnabled } = useCommand(props.id, props.name);
  return (
    <Button kind={props.kind ?? 'plain'} isDisabled={!isEnabled} onPress={() => runCommand(props.id)}>
      {props.icon}
      {title}
    </Button>
  );
}
