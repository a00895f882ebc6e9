import type { RefObject } from 'react';
import { MenuSection } from 'react-aria-components';
import type { CommandId } from '../commands/registry';
import { commandOf } from '../commands/registry';
import { CommandItem, CommandMenu } from '../parts/command-menu';
import { documentWords } from '../words/documents';
import { SaveDetail } from './save-detail';

/** Those of a group that cannot be done now are left out if they only exist for a special state. */
const GROUPS: readonly (readonly CommandId[])[] = [
  ['saveAgain', 'takeOver'],
  ['newDocument', 'documents', 'duplicateDocument', 'renameDocument'],
  ['saveVersion', 'versions', 'saveModel'],
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
  return (
    <CommandMenu
      label={documentWords.menuList}
      trigger={props.trigger}
      side="start"
      commands={groups.flat()}
      head={<SaveDetail />}
      onClose={props.onClose}
    >
      {groups.map((ids) => (
        <MenuSection key={ids.join()} className="menu-section" aria-label={documentWords.menuList}>
          {ids.map((id) => (
            <CommandItem key={id} id={id} />
          ))}
        </MenuSection>
      ))}
    </CommandMenu>
  );
}
