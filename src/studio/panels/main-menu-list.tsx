import type { RefObject } from 'react';
import { Header, MenuSection } from 'react-aria-components';
import { useAccount } from '../account/account-store';
import type { CommandId } from '../commands/registry';
import { CommandItem, CommandMenu } from '../parts/command-menu';
import { useIsPhone } from '../parts/use-is-phone';
import { shellWords } from '../words/shell';

interface Group {
  readonly id: keyof typeof shellWords.menuGroups;
  readonly commands: readonly CommandId[];
  /** Elsewhere on the page where there is room. */
  readonly phoneOnly?: boolean;
}

const GROUPS: readonly Group[] = [
  {
    id: 'screens',
    commands: ['screenChip', 'screenRuns', 'screenGallery', 'screenModels', 'screenBenchmarks'],
    phoneOnly: true,
  },
  { id: 'work', commands: ['openFile', 'export', 'share'] },
  // In the header where there is room, and nowhere without a cloud.
  {
    id: 'account',
    commands: ['account', 'sync', 'workspaces', 'audit', 'signOut', 'signOutEverywhere'],
    phoneOnly: true,
  },
  { id: 'studio', commands: ['settings', 'theme', 'shortcuts', 'commands', 'update', 'privacy', 'health'] },
];

/** The open list of {@link MainMenu}. */
export function MainMenuList(props: {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  const isPhone = useIsPhone();
  const hasCloud = useAccount((state) => state.account.status !== 'off');
  const groups = GROUPS.filter(
    ({ id, phoneOnly }) => (isPhone || phoneOnly !== true) && (hasCloud || id !== 'account'),
  );
  return (
    <CommandMenu
      label={shellWords.menu}
      trigger={props.trigger}
      side="end"
      commands={groups.flatMap(({ commands }) => commands)}
      onClose={props.onClose}
    >
      {groups.map(({ id, commands }) => (
        <MenuSection key={id}>
          <Header className="sheet-group">{shellWords.menuGroups[id]}</Header>
          {commands.map((command) => (
            <CommandItem key={command} id={command} />
          ))}
        </MenuSection>
      ))}
    </CommandMenu>
  );
}
