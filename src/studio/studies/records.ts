import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { StudyResult } from '../../engine/study';
import type { Fault } from '../../lib/fault';
import { notify } from '../state/notify';
import { safeStorage } from '../state/safe-storage';
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

/** What stands for a typed array in JSON, which has neither those nor numbers that are none. */
const TYPED = 'float64';
/** Studies that are kept, and the numbers one of them may have at most: browsers allow about 5 MB for all. */
const KEPT = 20;
const MOST_NUMBERS = 6000;

/** Finished studies, newest first; the smaller ones are kept in this browser. */
export const useRecords = create<{ readonly records: readonly StudyRecord[] }>()(
  persist((): { readonly records: readonly StudyRecord[] } => ({ records: [] }), {
    name: 'photonic-studies',
    version: 1,
    partialize: ({ records }) => ({ records: records.filter(isSmall).slice(0, KEPT) }),
    // What an older studio kept may mean something else.
    migrate: () => ({ records: [] }),
    storage: createJSONStorage(() => safeStorage(), { replacer, reviver }),
  }),
);

export function addRecord(record: StudyRecord): void {
  try {
    useRecords.setState(({ records }) => ({ records: [record, ...records] }));
  } catch {
    // The list on screen has it; only the browser's storage is full.
    notify('warning', words.thisResultLastsOnlyAs);
  }
}

export function removeRecord(id: string): void {
  useRecords.setState(({ records }) => ({ records: records.filter((record) => record.id !== id) }));
}

function isSmall({ map, parts }: StudyRecord): boolean {
  const cells = map?.reduce((sum, { ports }) => sum + 3 * ports.length, 0) ?? 0;
  const numbers = parts.reduce((sum, { result }) => sum + numbersOf(result), 0);
  return cells + numbers <= MOST_NUMBERS;
}

function numbersOf(result: StudyResult): number {
  switch (result.kind) {
    case 'monte-carlo':
      return result.accuracy.length;
    case 'yield':
      return result.points.reduce((sum, { accuracy }) => sum + accuracy.length, 0);
    case 'sensitivity':
      return result.rise.reduce((sum, values) => sum + values.length, 0);
    case 'methods':
      return result.curves.reduce((sum, { passes }) => sum + 4 * passes.length, 0);
    case 'paper':
      return result.figures.length;
  }
}

export function replacer(_key: string, value: unknown): unknown {
  return value instanceof Float64Array
    ? { [TYPED]: [...value].map((x) => (Number.isFinite(x) ? x : null)) }
    : value;
}

export function reviver(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(TYPED in value)) return value;
  const numbers: unknown = value[TYPED];
  return Array.isArray(numbers)
    ? Float64Array.from(numbers, (x: unknown) => (typeof x === 'number' ? x : NaN))
    : value;
}
