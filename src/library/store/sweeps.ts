import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { openLibrary } from './database';
import { NewsDesk } from './news';
import { newId } from './page-life';
import type { StoredParameters, TrainedPhases } from './records';
import type { StoredSweep } from './sweep-record';

/**
 * The sweeps this browser keeps. Everything rejects with the browser's own error where the database is refused or
 * full; every change is told by {@link sweepsNews} to all pages.
 */

export const sweepsNews = new NewsDesk<StoredSweep>('photonic-sweeps');

export type NewSweep = Pick<StoredSweep, 'name' | 'base' | 'axes' | 'plan' | 'work' | 'backend'>;

/** Where the phases of a chip that is measured on many dies lie among the parameters. */
export const sweepParameters = (id: string): string => `sweep/${id}`;

/** A new sweep, waiting for its turn, with the phases that it measures where it does not train. */
export async function createSweep(sweep: NewSweep, phases?: TrainedPhases): Promise<StoredSweep> {
  const now = Date.now();
  const record: StoredSweep = {
    ...sweep,
    id: newId(),
    createdAt: now,
    updatedAt: now,
    state: 'queued',
    interrupted: false,
    skipped: [],
  };
  const transaction = (await openLibrary()).transaction(['sweeps', 'parameters'], 'readwrite');
  await Promise.all([
    transaction.objectStore('sweeps').put(record),
    ...(phases === undefined
      ? []
      : [transaction.objectStore('parameters').put({ ...phases, id: sweepParameters(record.id) })]),
    transaction.done,
  ]);
  sweepsNews.tell({ changed: [record] });
  return record;
}

/** All sweeps whose experiment can still be read, the newest first. */
export async function listSweeps(): Promise<readonly StoredSweep[]> {
  const all = await (await openLibrary()).getAll('sweeps');
  return all
    .flatMap((sweep) => {
      const base = readable(sweep.base);
      return base === undefined ? [] : [{ ...sweep, base }];
    })
    .sort((a, b) => b.createdAt - a.createdAt);
}

function readable(stored: unknown): Experiment | undefined {
  const result = validateExperiment(stored);
  return result.ok ? result.value : undefined;
}

export type SweepChange = Partial<Pick<StoredSweep, 'name' | 'state' | 'interrupted' | 'skipped' | 'work'>>;

/** Changes a sweep as it is now; undefined, and nothing happens, where it has been deleted. */
export async function updateSweep(
  id: string,
  change: (sweep: StoredSweep) => SweepChange,
): Promise<StoredSweep | undefined> {
  const transaction = (await openLibrary()).transaction('sweeps', 'readwrite');
  const before = await transaction.store.get(id);
  const after = before && { ...before, ...change(before), updatedAt: Date.now() };
  if (after !== undefined) await transaction.store.put(after);
  await transaction.done;
  if (after !== undefined) sweepsNews.tell({ changed: [after] });
  return after;
}

/** A sweep with its phases, as {@link deleteSweep} took it away. Its runs are deleted by themselves. */
export interface DeletedSweep {
  readonly sweep: StoredSweep | undefined;
  readonly parameters: StoredParameters | undefined;
}

export async function deleteSweep(id: string): Promise<DeletedSweep> {
  const transaction = (await openLibrary()).transaction(['sweeps', 'parameters'], 'readwrite');
  const sweep = await transaction.objectStore('sweeps').get(id);
  const parameters = await transaction.objectStore('parameters').get(sweepParameters(id));
  await Promise.all([
    transaction.objectStore('sweeps').delete(id),
    transaction.objectStore('parameters').delete(sweepParameters(id)),
    transaction.done,
  ]);
  sweepsNews.tell({ deleted: [id] });
  return { sweep, parameters };
}

export async function restoreSweep({ sweep, parameters }: DeletedSweep): Promise<void> {
  if (sweep === undefined) return;
  const transaction = (await openLibrary()).transaction(['sweeps', 'parameters'], 'readwrite');
  await Promise.all([
    transaction.objectStore('sweeps').put(sweep),
    ...(parameters === undefined ? [] : [transaction.objectStore('parameters').put(parameters)]),
    transaction.done,
  ]);
  sweepsNews.tell({ changed: [sweep] });
}
