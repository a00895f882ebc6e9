import type { Fault } from '../../lib/fault';
import type { Model } from './model-records';

/** What this browser remembers of a model for sync. Plain values beside the models themselves. */

/**
 * What of a model still has to be sent. Written in the same transaction as the change itself, so that nothing saved is
 * forgotten, whenever the page goes away.
 */
export interface OutboxEntry {
  readonly model: string;
  /** Name, tags and the like have changed, or the model is new. */
  readonly head: boolean;
  /** Versions to publish, the oldest first. */
  readonly versions: readonly string[];
  /** The model has been erased here, for good. */
  readonly erase: boolean;
  /** Of the last change, ms since 1970. */
  readonly at: number;
  /** Names the last change: what is settled under another name leaves the head to be sent once more. */
  readonly change: string;
  /** Failures in a row, and when to try again, ms since 1970; 0: at once. */
  readonly attempts: number;
  readonly retryAt: number;
  /** Why it was refused; such an entry waits until it is changed or a person tries again. */
  readonly fault?: Fault | undefined;
}

/** Fields of a model that two devices can both change; merged field by field. */
export const HEAD_FIELDS = [
  'name',
  'tags',
  'note',
  'live',
  'policy',
  'people',
  'workspace',
  'owner',
  'seal',
  'deletedAt',
] as const satisfies readonly (keyof Model)[];

export type ModelHead = Pick<Model, (typeof HEAD_FIELDS)[number]>;

/** What this browser and an account last agreed on. */
export interface SyncedModel {
  readonly model: string;
  /** Id of the account. */
  readonly account: string;
  /** Of the cloud's document. */
  readonly revision: number;
  readonly base: ModelHead;
  /** Published versions that this browser knows. */
  readonly versions: readonly string[];
}
