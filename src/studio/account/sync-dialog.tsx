import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { SyncStatus } from '../../cloud/sync/sync-events';
import type { SyncState } from '../../library/models/model-records';
import { ago } from '../documents/ago';
import { goToModel } from '../models/list-store';
import { nameOfModel, useModels } from '../models/models-store';
import { describeSync, SyncBadge } from '../models/sync-badge';
import { useSync } from '../models/sync-store';
import { Button, IconButton } from '../parts/button';
import { showScreen } from '../state/view';
import '../styles/documents.css';
import '../styles/models.css';
import '../styles/sync.css';
import { syncWords as words } from '../words/sync';
import { askSync } from './sync-driver';
import { closeSyncDialog, useSyncOverview } from './sync-store';

/** What is not in the account yet and why, and what can be done about it. */
export function SyncDialog() {
  const status = useSyncOverview((state) => state.status);
  const problems = useSyncOverview((state) => state.problems);
  const states = useSync((state) => state.states);
  // Names change, too.
  useModels((state) => state.models);
  const open = [...states].filter(([, { kind }]) => kind !== 'synced' && kind !== 'local');
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeSyncDialog()}
    >
      <Modal className="window sync-window" data-size="small">
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{words.title}</Heading>
            <IconButton label={words.close} icon={<X />} onPress={closeSyncDialog} />
          </div>
          <div className="window-body">
            <p role="status">{statusText(status, open.length)}</p>
            {problems.length > 0 && <p className="muted small">{words.problems(problems.length)}</p>}
            {open.length > 0 && (
              <ul className="sync-list" aria-label={words.list}>
                {open.map(([model, state]) => (
                  <SyncRow key={model} model={model} state={state} />
                ))}
              </ul>
            )}
            <div className="window-actions">
              <Button kind="primary" onPress={() => askSync({ kind: 'wake' })}>
                {words.now}
              </Button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SyncRow({ model, state }: { readonly model: string; readonly state: SyncState }) {
  const name = nameOfModel(model);
  return (
    <li>
      <div className="sync-row-head">
        <strong>{name}</strong>
        <SyncBadge model={model} />
      </div>
      <p className="muted small">{describeSync(state)}</p>
      <div className="sync-row-actions">
        {state.kind === 'refused' && (
          <Button label={words.tryAgainFor(name)} onPress={() => askSync({ kind: 'try-again', model })}>
            {words.tryAgain}
          </Button>
        )}
        {state.kind === 'syncing' && (
          <Button label={words.stopFor(name)} onPress={() => askSync({ kind: 'stop', model })}>
            {words.stop}
          </Button>
        )}
        {state.kind === 'conflict' && (
          <Button label={words.acceptFor(name)} onPress={() => askSync({ kind: 'accept', model })}>
            {words.accept}
          </Button>
        )}
        <Button kind="quiet" label={words.showFor(name)} onPress={() => show(model)}>
          {words.show}
        </Button>
      </div>
    </li>
  );
}

function show(model: string): void {
  closeSyncDialog();
  goToModel(model);
  showScreen('models');
}

function statusText(status: SyncStatus | undefined, open: number): string {
  switch (status?.kind) {
    case 'synced':
      return open === 0 ? words.status.synced(ago(status.at, Date.now())) : words.status.left;
    case 'waiting': {
      const { message, fix } = status.fault;
      const seconds = status.retryAt === undefined ? 0 : Math.ceil((status.retryAt - Date.now()) / 1000);
      const next = seconds > 0 ? words.status.retry(seconds) : words.status.whenBack;
      return `${message} ${fix} ${next}`;
    }
    case 'signed-out':
      return `${status.fault.message} ${status.fault.fix}`;
    default:
      return words.status.syncing;
  }
}
