import { create } from 'zustand';
import type { SyncStatus } from '../../cloud/sync/sync-events';

/** Where sync as a whole stands; single models are in models/sync-store.ts. */
interface SyncOverview {
  /** Undefined: nobody is signed in. */
  readonly status: SyncStatus | undefined;
  /** Things in the cloud that could not be read, by id. */
  readonly problems: readonly string[];
  readonly isDialogOpen: boolean;
}

export const useSyncOverview = create<SyncOverview>()(() => ({
  status: undefined,
  problems: [],
  isDialogOpen: false,
}));

export function openSyncDialog(): void {
  useSyncOverview.setState({ isDialogOpen: true });
}

export function closeSyncDialog(): void {
  useSyncOverview.setState({ isDialogOpen: false });
}
