import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import type { Command } from '../commands/command';
import { COMMAND_GROUPS } from '../commands/command';
import { fitOf, matchesWords } from '../commands/match';
import { everyCommand } from '../commands/registry';
import { Keys } from '../parts/keys';
import { useView } from '../state/view';
import { commandWords } from '../words/commands';
import { shellWords } from '../words/shell';

/** Every command with its keys: type to find one, arrows to choose, Enter to run it. */
export function CommandSheet() {
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const found = everyCommand()
    .filter((command) => command.id !== 'commands' && matchesWords(command.title(), wanted))
    .sort((a, b) => fitOf(b.title(), wanted) - fitOf(a.title(), wanted));
  // The group with the best match comes first, so that Enter runs what was meant.
  const groups = wanted === '' ? COMMAND_GROUPS : [...new Set(found.map(({ group }) => group))];
  const close = (): void => useView.setState({ commandsOpen: false });
  const run = (id: unknown): void => {
    const command = found.find((each) => each.id === id);
    if (command === undefined || !command.enabled()) return;
    close();
    command.run();
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet">
        <Dialog className="sheet-dialog">
          <Heading slot="title" className="visually-hidden">
            {shellWords.commandsButton}
          </Heading>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField aria-label={shellWords.findCommand} autoFocus>
              <Input
                className="sheet-search"
                data-editing
                placeholder={shellWords.findCommand}
                // The command that was last in focus may be named for good when none is left.
                {...(found.length === 0 && { 'aria-activedescendant': '' })}
              />
            </TextField>
            {/* The focus stays in the field: the list itself has to be reached to be scrolled by keys. */}
            <div className="sheet-list" tabIndex={0}>
              <Menu
                className="sheet-items"
                aria-label={shellWords.commandsButton}
                disabledKeys={found.filter((command) => !command.enabled()).map(({ id }) => id)}
                onAction={run}
                renderEmptyState={() => <p className="muted sheet-empty">{shellWords.noCommand}</p>}
              >
                {groups.map((group) => {
                  const inGroup = found.filter((command) => command.group === group);
                  return inGroup.length === 0 ? null : (
                    <MenuSection key={group} id={group}>
                      <Header className="sheet-group">{commandWords.groups[group]}</Header>
                      {inGroup.map((command) => (
                        <SheetItem key={command.id} command={command} />
                      ))}
                    </MenuSection>
                  );
                })}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SheetItem({ command }: { readonly command: Command }) {
  const title = command.title();
  return (
    <MenuItem id={command.id} textValue={title} className="sheet-item">
      <span>{title}</span>
      {command.keys !== undefined && <Keys keys={command.keys} />}
    </MenuItem>
  );
}
