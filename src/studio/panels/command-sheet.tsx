import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { COMMANDS } from '../commands/registry';
import type { Command } from '../commands/command';
import { COMMAND_GROUPS } from '../commands/command';
import { Keys } from '../parts/button';
import { useView } from '../state/view';

/** Every command with its keys; type to find one. */
export function CommandSheet() {
  const [query, setQuery] = useState('');
  const close = (): void => useView.setState({ commandsOpen: false });
  const found = Object.values<Command>(COMMANDS).filter(
    (command) =>
      command.id !== 'commands' && command.title().toLowerCase().includes(query.trim().toLowerCase()),
  );
  const run = (command: Command | undefined): void => {
    if (command === undefined || !command.enabled()) return;
    close();
    command.run();
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet">
        <Dialog className="sheet-dialog">
          <Heading slot="title" className="visually-hidden">
            Commands
          </Heading>
          <input
            className="sheet-search"
            data-editing
            aria-label="Find a command"
            placeholder="Find a command"
            autoFocus
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') run(found.find((command) => command.enabled()));
            }}
          />
          <div className="sheet-list">
            {COMMAND_GROUPS.map((group) => {
              const inGroup = found.filter((command) => command.group === group);
              if (inGroup.length === 0) return null;
              return (
                <section key={group} aria-label={group}>
                  <h2>{group}</h2>
                  {inGroup.map((command) => (
                    <button
                      key={command.id}
                      type="button"
                      className="sheet-item"
                      disabled={!command.enabled()}
                      onClick={() => run(command)}
                    >
                      <span>{command.title()}</span>
                      {command.keys !== undefined && <Keys keys={command.keys} />}
                    </button>
                  ))}
                </section>
              );
            })}
            {found.length === 0 && <p className="muted sheet-empty">No command is called that.</p>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
