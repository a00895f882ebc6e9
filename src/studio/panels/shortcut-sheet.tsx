import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { COMMAND_GROUPS } from '../commands/command';
import { everyCommand } from '../commands/registry';
import { IconButton } from '../parts/button';
import { Keys } from '../parts/keys';
import { useView } from '../state/view';
import { commandWords } from '../words/commands';
import { shellWords } from '../words/shell';

/** All keys at a glance: those of commands, and those of the chip while it has the focus. */
export function ShortcutSheet() {
  const close = (): void => useView.setState({ shortcutsOpen: false });
  const withKeys = everyCommand().filter(({ keys }) => keys !== undefined);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet sheet-wide">
        <Dialog className="sheet-dialog">
          <div className="sheet-head">
            <Heading slot="title">{commandWords.shortcuts}</Heading>
            <IconButton label={shellWords.close} icon={<X />} onPress={close} />
          </div>
          {/* Scrolls, so it must be reachable by keys. */}
          <div className="shortcut-groups" role="group" aria-label={commandWords.shortcuts} tabIndex={0}>
            {COMMAND_GROUPS.map((group) => (
              <KeyList
                key={group}
                title={commandWords.groups[group]}
                rows={withKeys
                  .filter((command) => command.group === group)
                  .map((command) => [command.title(), command.keys ?? ''])}
              />
            ))}
            <KeyList title={shellWords.chipKeys.title} rows={shellWords.chipKeys.rows} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function KeyList(props: {
  readonly title: string;
  readonly rows: readonly (readonly [title: string, keys: string])[];
}) {
  if (props.rows.length === 0) return null;
  return (
    <section className="shortcut-group">
      <h3>{props.title}</h3>
      <dl>
        {props.rows.map(([title, keys]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
