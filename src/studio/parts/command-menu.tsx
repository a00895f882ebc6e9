import type { ReactNode, RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { CommandId } from '../commands/registry';
import { commandOf, runCommand } from '../commands/registry';
import { Keys } from './keys';

/** An open list of commands below the button that opened it; those that cannot be done now are greyed. */
export function CommandMenu(props: {
  readonly label: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  /** On which side of the button the list begins. */
  readonly side: 'start' | 'end';
  readonly commands: readonly CommandId[];
  /** What stands above the list. */
  readonly head?: ReactNode;
  readonly onClose: () => void;
  /** Sections of {@link CommandItem}. */
  readonly children: ReactNode;
}) {
  return (
    <Popover
      className="popover menu-popover"
      triggerRef={props.trigger}
      placement={`bottom ${props.side}`}
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      {props.head}
      <Menu
        className="menu"
        aria-label={props.label}
        autoFocus="first"
        disabledKeys={props.commands.filter((id) => commandOf(id)?.enabled() !== true)}
        onAction={(key) => {
          props.onClose();
          runCommand(key as CommandId);
        }}
      >
        {props.children}
      </Menu>
    </Popover>
  );
}

/** A command in a menu, with its keys. */
export function CommandItem({ id }: { readonly id: CommandId }) {
  const command = commandOf(id);
  if (command === undefined) return null;
  const title = command.title();
  return (
    <MenuItem id={command.id} textValue={title} className="sheet-item">
      <span>{title}</span>
      {command.keys !== undefined && <Keys keys={command.keys} />}
    </MenuItem>
  );
}
