import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { openLibrary } from './database';
import { newId } from './page-life';
import type { StoredParameters, TrainedPhases } from './records';
import type { StoredSweep } from './sweep-record';

/**
 * The sweeps this browser keeps. Everything rejects with the browser's own error where the database is refused or
 * full; every change is told to `onSweepNews` of all pages.
 */

export interface SweepNews {
  readonly changed: readonly StoredSweep[];
  readonly deleted: readonly string[];
}

const CHANNEL = 'photonic-sweeps';
const listeners = new Set<(news: SweepNews) => void>();
let channel: BroadcastChannel | undefined;

/** Follows the sweeps, whoever changes them; returns how to stop. */
export function onSweepNews(listener: (news: SweepNews) => void): () => void {
  listeners.add(listener);
  openChannel();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}

function tell(news: Partial<SweepNews>): void {
  const whole = { changed: news.changed ?? [], deleted: news.deleted ?? [] };
  for (const listener of listeners) listener(whole);
  openChannel()?.postMessage(whole);
}

function openChannel(): BroadcastChannel | undefined {
  if (channel === undefined && typeof BroadcastChannel === 'function') {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<SweepNews>) => {
      for (const listener of listeners) listener(data);
    };
  }
  return channel;
}

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
  tell({ changed: [record] });
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
  if (after !== undefined) tell({ changed: [after] });
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
  tell({ deleted: [id] });
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
  tell({ changed: [sweep] });
}
