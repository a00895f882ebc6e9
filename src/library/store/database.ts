import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Model, ModelFile, ModelVersion } from '../models/model-records';
import type { OutboxEntry, SyncedModel } from '../models/sync-records';
import type { RunRecord, StoredCurve, StoredDocument, StoredParameters, VersionEntry } from './records';
import type { StoredSweep } from './sweep-record';

/** Everything the studio keeps, in one database of this browser. */
export interface LibrarySchema extends DBSchema {
  /** Small things by name: which document is open, the crash marker, progress of lessons. */
  kept: { key: string; value: unknown };
  documents: { key: string; value: StoredDocument; indexes: { updatedAt: number } };
  versions: { key: string; value: VersionEntry; indexes: { document: string } };
  runs: { key: string; value: RunRecord; indexes: { createdAt: number } };
  curves: { key: string; value: StoredCurve };
  parameters: { key: string; value: StoredParameters };
  sweeps: { key: string; value: StoredSweep };
  models: { key: string; value: Model };
  'model-versions': { key: string; value: ModelVersion; indexes: { model: string } };
  /** Archives of versions, which lists need not read. */
  'model-files': { key: string; value: ModelFile };
  /** What of each model is still to be sent, and what it and an account last agreed on. */
  outbox: { key: string; value: OutboxEntry };
  synced: { key: string; value: SyncedModel };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

const NAME = 'photonic-studio';
/** 1 had `kept` only, with the one experiment under the key `experiment`; 2 had no models. */
const VERSION = 3;

let database: Promise<LibraryDatabase> | undefined;

/** The open database; rejects where the browser refuses one (some private windows), and tries again next time. */
export function openLibrary(): Promise<LibraryDatabase> {
  database ??= openDB<LibrarySchema>(NAME, VERSION, {
    upgrade: (db, from) => {
      if (from < 1) db.createObjectStore('kept');
      if (from < 2) addWork(db);
      if (from < 3) addModels(db);
    },
    // A newer studio in another tab must not wait for this one.
    blocking: () => void closeLibrary(),
    // The browser may close it at any time, for one when the site's data are deleted.
    terminated: () => (database = undefined),
  });
  database.catch(() => (database = undefined));
  return database;
}

function addWork(db: LibraryDatabase): void {
  db.createObjectStore('documents', { keyPath: 'id' }).createIndex('updatedAt', 'updatedAt');
  db.createObjectStore('versions', { keyPath: 'id' }).createIndex('document', 'document');
  db.createObjectStore('runs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
  for (const store of ['curves', 'parameters', 'sweeps'] as const)
    db.createObjectStore(store, { keyPath: 'id' });
}

function addModels(db: LibraryDatabase): void {
  db.createObjectStore('model-versions', { keyPath: 'id' }).createIndex('model', 'model');
  for (const store of ['models', 'model-files'] as const) db.createObjectStore(store, { keyPath: 'id' });
  for (const store of ['outbox', 'synced'] as const) db.createObjectStore(store, { keyPath: 'model' });
}

async function closeLibrary(): Promise<void> {
  const open = database;
  database = undefined;
  (await open)?.close();
}
