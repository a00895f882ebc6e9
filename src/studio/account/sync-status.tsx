import { CircleAlert, CloudCheck, CloudOff, GitFork, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useSync } from '../models/sync-store';
import '../styles/sync.css';
import { syncWords } from '../words/sync';
import { openSyncDialog, useSyncOverview } from './sync-store';
import type { SyncSummary } from './sync-summary';
import { summaryOf, summaryText } from './sync-summary';

const ICONS: Readonly<Record<SyncSummary, ReactElement>> = {
  synced: <CloudCheck aria-hidden />,
  syncing: <RefreshCw aria-hidden />,
  waiting: <CloudOff aria-hidden />,
  'signed-out': <CloudOff aria-hidden />,
  conflict: <GitFork aria-hidden />,
  refused: <CircleAlert aria-hidden />,
};

/** In the header while somebody is signed in: whether all is in the account, and the way to what is not. */
export function SyncStatus() {
  const status = useSyncOverview((state) => state.status);
  const states = useSync((state) => state.states);
  const summary = summaryOf(status, states.values());
  const text = summaryText(summary, status);
  return (
    <button
      type="button"
      className="button button-quiet sync-status"
      data-sync={summary}
      aria-label={syncWords.button(text)}
      aria-haspopup="dialog"
      onClick={openSyncDialog}
    >
      {ICONS[summary]}
      <span className="tabular">{text}</span>
    </button>
  );
}
