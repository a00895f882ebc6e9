import { CircleAlert, CloudCheck, CloudUpload, GitFork, HardDrive, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import type { SyncState } from '../../library/models/model-records';
import { ago } from '../documents/ago';
import { formatSi } from '../format/si';
import { modelsWords } from '../words/models';
import { nameOfModel } from './models-store';
import { syncStateOf, useSync } from './sync-store';

const words = modelsWords.sync;

const ICONS: Readonly<Record<SyncState['kind'], ReactElement>> = {
  local: <HardDrive aria-hidden />,
  waiting: <CloudUpload aria-hidden />,
  syncing: <RefreshCw aria-hidden />,
  synced: <CloudCheck aria-hidden />,
  conflict: <GitFork aria-hidden />,
  refused: <CircleAlert aria-hidden />,
};

/** Where a model stands between this browser and the account, in a word; the tooltip says more. */
export function SyncBadge({ model }: { readonly model: string }) {
  const state = useSync(({ states }) => syncStateOf(states, model));
  return (
    <span className="model-badge sync-badge" data-sync={state.kind} title={describeSync(state)}>
      {ICONS[state.kind]}
      <span className="visually-hidden">{words.name('')}</span>
      {words.states[state.kind]}
      {state.kind === 'syncing' && (
        <span className="tabular">{` ${Math.round((100 * state.sent) / Math.max(1, state.total))} %`}</span>
      )}
    </span>
  );
}

/** The state in a sentence. */
export function describeSync(state: SyncState): string {
  switch (state.kind) {
    case 'local':
      return words.notes.local;
    case 'waiting': {
      const seconds = state.retryAt === undefined ? 0 : Math.ceil((state.retryAt - Date.now()) / 1000);
      return seconds > 0 ? words.notes.retry(seconds) : words.notes.waiting;
    }
    case 'syncing':
      return words.notes.syncing(formatSi(state.sent, 'B'), formatSi(state.total, 'B'));
    case 'synced':
      return words.notes.synced(ago(state.at, Date.now()));
    case 'conflict':
      return words.notes.conflict(nameOfModel(state.copy));
    case 'refused':
      return `${state.fault.message} ${state.fault.fix}`;
  }
}
