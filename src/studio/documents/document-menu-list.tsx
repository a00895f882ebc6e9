import type { RefObject } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { Command } from '../commands/command';
import type { CommandId } from '../commands/registry';
import { commandOf, runCommand } from '../commands/registry';
import { Keys } from '../parts/keys';
import { documentWords } from '../words/documents';
import { SaveDetail } from './save-detail';

/** Those of a group that cannot be done now are left out if they only exist for a special state. */
const GROUPS: readonly (readonly CommandId[])[] = [
  ['saveAgain', 'takeOver'],
  ['newDocument', 'documents', 'duplicateDocument', 'renameDocument'],
  ['saveVersion', 'versions'],
  ['storage', 'deleteDocument'],
];
const SPECIAL: ReadonlySet<CommandId> = new Set(['saveAgain', 'takeOver']);

/** The open list of the document menu. */
export function DocumentMenuList(props: {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  const groups = GROUPS.map((ids) =>
    ids.filter((id) => !SPECIAL.has(id) || commandOf(id)?.enabled() === true),
  ).filter((ids) => ids.length > 0);
  const disabled = groups.flat().filter((id) => commandOf(id)?.enabled() !== true);
  return (
    <Popover
      className="popover menu-popover"
      triggerRef={props.trigger}
      placement="bottom start"
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <SaveDetail />
      <Menu
        className="menu"
        aria-label={documentWords.menuList}
        autoFocus="first"
        disabledKeys={disabled}
        onAction={(key) => {
          props.onClose();
          runCommand(key as CommandId);
        }}
      >
        {groups.map((ids) => (
          <MenuSection key={ids.join()} className="menu-section" aria-label={documentWords.menuList}>
            {ids.map((id) => (
              <Entry key={id} command={commandOf(id)} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}

function Entry({ command }: { readonly command: Command | undefined }) {
  if (command === undefined) return null;
  const title = command.title();
  return (
    <MenuItem id={command.id} textValue={title} className="sheet-item">
      <span>{title}</span>
      {command.keys !== undefined && <Keys keys={command.keys} />}
    </MenuItem>
  );
}
