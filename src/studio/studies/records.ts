import { create } from 'zustand';
import type { PersistStorage, StorageValue } from 'zustand/middleware';
import { persist } from 'zustand/middleware';
import type { StudyResult } from '../../engine/study';
import type { Fault } from '../../lib/fault';
import { readKept, writeKept } from '../../library/store/kept';
import { notify } from '../state/notify';
import type { MapMesh } from './sensitivity-map';
import type { StudySettings } from './settings';
import { studiesWords } from '../words/studies';

const words = studiesWords.records;

/** A study that was made, or is being made: what was asked, of which chip, and what came out so far. */
export interface StudyRecord {
  readonly id: string;
  readonly settings: StudySettings;
  /** The experiment's name and the step its phases are of; 0 is untrained. */
  readonly experiment: string;
  readonly step: number;
  /** Of the run, so that a map can point at the mesh on screen while it is the same. */
  readonly run: string;
  /** Where flaws act, in words. */
  readonly scope: string;
  /** Test samples that accuracies are measured on. */
  readonly samples: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Meshes that a sensitivity study colours. */
  readonly map: readonly MapMesh[] | undefined;
  readonly parts: readonly StudyPart[];
  readonly outcome: 'running' | 'done' | 'cancelled' | 'failed';
  readonly fault: Fault | undefined;
}

export interface StudyPart {
  readonly label: string;
  readonly result: StudyResult;
}

/** Studies that are kept. */
const KEPT = 20;

interface Records {
  readonly records: readonly StudyRecord[];
}

/** In the database, which takes numbers as they are and has room for studies of many thousand dies. */
const storage: PersistStorage<Records> = {
  getItem: async (name) => ((await readKept(name)) as StorageValue<Records> | undefined) ?? null,
  setItem: async (name, value) => {
    try {
      await writeKept(name, value);
    } catch (thrown) {
      console.warn('The studies could not be kept', thrown);
      // The list on screen has it; only the browser's storage is full or refused.
      notify('warning', words.thisResultLastsOnlyAs);
    }
  },
  removeItem: (name) => writeKept(name, undefined),
};

/** Finished studies, newest first. */
export const useRecords = create<Records>()(
  persist((): Records => ({ records: [] }), {
    name: 'photonic-studies',
    version: 2,
    partialize: ({ records }) => ({ records: records.slice(0, KEPT) }),
    // What an older studio kept may mean something else.
    migrate: () => ({ records: [] }),
    // A study may end before those of earlier visits are read.
    merge: (kept, { records }) => ({
      records: [...records, ...((kept as Records | undefined)?.records ?? [])],
    }),
    storage,
  }),
);

export function addRecord(record: StudyRecord): void {
  useRecords.setState(({ records }) => ({ records: [record, ...records] }));
}

export function removeRecord(id: string): void {
  useRecords.setState(({ records }) => ({ records: records.filter((record) => record.id !== id) }));
}
