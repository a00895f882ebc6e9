import type { SyncStatus } from '../../cloud/sync/sync-events';
import type { SyncState } from '../../library/models/model-records';
import { syncWords } from '../words/sync';

/** Where everything stands, in the one word that matters most. */
export type SyncSummary = 'refused' | 'conflict' | 'signed-out' | 'waiting' | 'syncing' | 'synced';

export function summaryOf(status: SyncStatus | undefined, states: Iterable<SyncState>): SyncSummary {
  const kinds = new Set([...states].map(({ kind }) => kind));
  if (kinds.has('refused')) return 'refused';
  if (kinds.has('conflict')) return 'conflict';
  if (status === undefined) return 'syncing';
  if (status.kind === 'synced' && (kinds.has('waiting') || kinds.has('syncing'))) return 'syncing';
  return status.kind;
}

export function summaryText(summary: SyncSummary, status: SyncStatus | undefined): string {
  const { badge } = syncWords;
  if (summary !== 'syncing') return badge[summary];
  return status?.kind === 'syncing' && status.total > 1
    ? badge.syncing(status.done, status.total)
    : badge.looking;
}
