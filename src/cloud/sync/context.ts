import type { CloudDoor } from '../commit';
import type { LocalStore } from './local-store';

/** What every step of sync is given: both ends, who it is for, and the world's clock, dice and wire. */
export interface SyncContext {
  readonly cloud: CloudDoor;
  readonly store: LocalStore;
  readonly uid: string;
  /** Workspaces the account is a member of. */
  readonly workspaces: readonly string[];
  /** Names this browser to people, ending in characters that no other has; 80 at most. */
  readonly device: string;
  /** ms since 1970, on this device's clock; used for waiting only. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** How long a request may take, ms. */
  readonly patience: number;
  /** Name of the copy that keeps what another device made of the same model. */
  readonly nameCopy: (name: string, device: string) => string;
  /** Something in the cloud that cannot be used, in words; it blocks nothing. */
  readonly onProblem: (problem: SyncProblem) => void;
  /** When it was last said that a restricted model is read, by model, on this device's clock. */
  readonly readings: Map<string, number>;
  readonly onProgress: (model: string, progress: Progress) => void;
}

export interface SyncProblem {
  /** Of the model or version. */
  readonly id: string;
  readonly kind: 'malformed-model' | 'malformed-version' | 'damaged-archive' | 'clash';
}

/** Bytes sent or fetched, of all that there are. */
export interface Progress {
  readonly sent: number;
  readonly total: number;
}
