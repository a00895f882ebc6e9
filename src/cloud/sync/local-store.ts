import type { Bytes } from '../../data/bytes';
import type { Model, ModelVersion } from '../../library/models/model-records';
import type { NewVersion } from '../../library/models/model-versions';
import type { NewModel } from '../../library/models/models';
import type { Sent } from '../../library/models/outbox';
import type { LocalModel, Merged } from '../../library/models/remote-models';
import type { OutboxEntry, SyncedModel } from '../../library/models/sync-records';

/** What sync needs of this device's library; library-store.ts is the browser's. Everything rejects as the library does. */
export interface LocalStore {
  /** All that waits to be sent, the oldest change first. */
  outbox(): Promise<readonly OutboxEntry[]>;
  /** All that is known of one model, at one moment. */
  look(id: string): Promise<LocalModel>;
  listModels(): Promise<readonly Model[]>;
  listSynced(): Promise<readonly SyncedModel[]>;
  listVersions(model: string): Promise<readonly ModelVersion[]>;
  version(id: string): Promise<ModelVersion | undefined>;
  file(version: string): Promise<Bytes | undefined>;
  /** See `settleOutbox`: answers with what is left to be sent. */
  settle(model: string, sent: Sent, synced?: SyncedModel): Promise<OutboxEntry | undefined>;
  delay(model: string, delay: Pick<OutboxEntry, 'attempts' | 'retryAt' | 'fault'>): Promise<void>;
  /** See `applyRemoteModel`: one transaction, `merge` must not wait. */
  merge(id: string, merge: (local: LocalModel) => Merged | undefined): Promise<Model | undefined>;
  /** Stores a version from elsewhere; the bytes' checksum has been verified. */
  keepVersion(version: ModelVersion, bytes?: Bytes): Promise<void>;
  /** Removes what was erased elsewhere. */
  forget(id: string): Promise<void>;
  /** A new model of this device, queued to be sent. */
  create(model: NewModel, versions: readonly NewVersion[]): Promise<Model>;
  /** Gives an account the models that were made without one, queued to be sent; how many. */
  adopt(uid: string): Promise<number>;
  /** Small notes of sync's own that must survive the page; undefined deletes. */
  recall(key: string): Promise<unknown>;
  remember(key: string, value: unknown): Promise<void>;
}
