import type { Fault } from '../../lib/fault';
import type { SyncState } from '../../library/models/model-records';
import type { SyncProblem } from './context';

/** Where the account's library as a whole stands. */
export type SyncStatus =
  /** All that could be sent has been; `at` on this device's clock. */
  | { readonly kind: 'synced'; readonly at: number }
  | { readonly kind: 'syncing'; readonly done: number; readonly total: number }
  /** The network or the cloud's patience is out; `retryAt` undefined: when the network is back. */
  | { readonly kind: 'waiting'; readonly fault: Fault; readonly retryAt: number | undefined }
  /** Nothing can be sent before the person signs in again. */
  | { readonly kind: 'signed-out'; readonly fault: Fault };

export interface SyncEvents {
  readonly onStatus: (status: SyncStatus) => void;
  readonly onModel: (model: string, state: SyncState) => void;
  /** Told once for each thing while the engine lives. */
  readonly onProblem: (problem: SyncProblem) => void;
}
