import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { Command } from '../commands/command';
import type { CommandId } from '../commands/registry';
import { commandOf, runCommand } from '../commands/registry';
import { Keys } from '../parts/keys';
import { useIsPhone } from '../parts/use-is-phone';
import { shellWords } from '../words/shell';

interface Group {
  readonly id: keyof typeof shellWords.menuGroups;
  readonly commands: readonly CommandId[];
  /** Elsewhere on the page where there is room. */
  readonly phoneOnly?: boolean;
}

const GROUPS: readonly Group[] = [
  { id: 'screens', commands: ['screenChip', 'screenRuns', 'screenGallery'], phoneOnly: true },
  { id: 'work', commands: ['openFile', 'export', 'share'] },
  { id: 'studio', commands: ['theme', 'shortcuts', 'commands', 'update'] },
];

/** The open list of {@link MainMenu}. */
export function MainMenuList(props: {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  const isPhone = useIsPhone();
  const groups = GROUPS.filter(({ phoneOnly }) => isPhone || phoneOnly !== true);
  const disabled = groups
    .flatMap(({ commands }) => commands)
    .filter((id) => commandOf(id)?.enabled() !== true);
  return (
    <Popover
      className="popover menu-popover"
      triggerRef={props.trigger}
      placement="bottom end"
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Menu
        className="menu"
        aria-label={shellWords.menu}
        autoFocus="first"
        disabledKeys={disabled}
        onAction={(key) => {
          props.onClose();
          runCommand(key as CommandId);
        }}
      >
        {groups.map(({ id, commands }) => (
          <MenuSection key={id}>
            <Header className="sheet-group">{shellWords.menuGroups[id]}</Header>
            {commands.map((command) => (
              <Entry key={command} command={commandOf(command)} />
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
