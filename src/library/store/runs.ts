import type { Experiment } from '../../experiment/schema';
import { openLibrary } from './database';
import { livingPages, newId, thisPage } from './page-life';
import type { RunFigures, RunRecord, StoredCurve, StoredParameters } from './records';
import { runsNews } from './runs-news';

/**
 * The runs this browser keeps. Everything rejects with the browser's own error where the database is refused or full;
 * every change is told by {@link runsNews} to all pages.
 */

/** Hues that runs are told apart by; see the studio's run palette. */
export const RUN_COLOURS = 10;

/** Without page-locks a run that has said nothing for so long is taken for interrupted. */
const SILENT_MS = 15_000;

export const NO_FIGURES: RunFigures = {
  testAccuracy: undefined,
  testLoss: undefined,
  trainLoss: undefined,
  trainAccuracy: undefined,
  samplesPerSecond: undefined,
  chipPasses: undefined,
  seconds: undefined,
};

/** What a new run cannot do without. */
export interface NewRun extends Partial<Omit<RunRecord, 'id' | 'page'>> {
  readonly runId: string;
  readonly experiment: Experiment;
  readonly totalSteps: number;
  readonly backend: string;
}

/** All of a run may change but what it is. */
export type RunChange = Partial<Omit<RunRecord, 'id' | 'createdAt' | 'figures'>> & {
  /** Figures that are not named stay. */
  readonly figures?: Partial<RunFigures>;
};

export async function createRun(run: NewRun): Promise<RunRecord> {
  const [record] = await createRuns([run]);
  return record!;
}

/** Many at once, in one transaction: either all are there afterwards, or none. Each gets the next hue. */
export async function createRuns(runs: readonly NewRun[]): Promise<readonly RunRecord[]> {
  const database = await openLibrary();
  const transaction = database.transaction('runs', 'readwrite');
  const newest = await transaction.store.index('createdAt').openCursor(null, 'prev');
  const first = newest === null ? 0 : newest.value.colour + 1;
  const now = Date.now();
  const records = runs.map((run, index): RunRecord => ({
    name: '',
    trial: undefined,
    state: 'running',
    interrupted: false,
    fault: undefined,
    createdAt: now + index,
    updatedAt: now,
    step: 0,
    source: run.experiment.task.source,
    figures: NO_FIGURES,
    edits: [],
    start: 'seed',
    pinned: false,
    colour: (first + index) % RUN_COLOURS,
    tags: [],
    note: '',
    ...run,
    id: newId(),
    page: thisPage(),
  }));
  await Promise.all([...records.map((record) => transaction.store.put(record)), transaction.done]);
  runsNews.tell({ changed: records });
  return records;
}

/** The run as it is now, or undefined if it has been deleted: then nothing happens. */
export async function updateRun(id: string, change: RunChange): Promise<RunRecord | undefined> {
  return (await updateRuns([id], () => change))[0];
}

/** Changes many in one transaction; those that are gone are left out of the answer. */
export async function updateRuns(
  ids: readonly string[],
  change: (run: RunRecord) => RunChange,
): Promise<readonly RunRecord[]> {
  const database = await openLibrary();
  const transaction = database.transaction('runs', 'readwrite');
  const changed: RunRecord[] = [];
  for (const id of ids) {
    const before = await transaction.store.get(id);
    if (before === undefined) continue;
    const after = changedRun(before, change(before));
    changed.push(after);
    await transaction.store.put(after);
  }
  await transaction.done;
  runsNews.tell({ changed });
  return changed;
}

function changedRun(before: RunRecord, change: RunChange): RunRecord {
  const isAtWork = change.state === 'running' || change.state === 'queued';
  return {
    ...before,
    updatedAt: Date.now(),
    ...(isAtWork ? { page: thisPage(), interrupted: false } : {}),
    ...change,
    figures: { ...before.figures, ...change.figures },
  };
}

/** All runs, the oldest first. */
export async function listRuns(): Promise<readonly RunRecord[]> {
  return (await openLibrary()).getAllFromIndex('runs', 'createdAt');
}

/** @param curve `id` is the run's; columns of equal length, best thinned before (`thinCurve`) */
export async function saveCurve(curve: StoredCurve): Promise<void> {
  await (await openLibrary()).put('curves', curve);
}

export async function loadCurve(id: string): Promise<StoredCurve | undefined> {
  return (await openLibrary()).get('curves', id);
}

/** Curves of many runs in one transaction, in the order asked; undefined where a run has none. */
export async function loadCurves(ids: readonly string[]): Promise<readonly (StoredCurve | undefined)[]> {
  const { store } = (await openLibrary()).transaction('curves');
  return Promise.all(ids.map((id) => store.get(id)));
}

export async function saveParameters(parameters: StoredParameters): Promise<void> {
  await (await openLibrary()).put('parameters', parameters);
}

export async function loadParameters(id: string): Promise<StoredParameters | undefined> {
  return (await openLibrary()).get('parameters', id);
}

/** Runs with all that belongs to them, as {@link deleteRuns} took them away. */
export interface DeletedRuns {
  readonly runs: readonly RunRecord[];
  readonly curves: readonly StoredCurve[];
  readonly parameters: readonly StoredParameters[];
}

const ALL = ['runs', 'curves', 'parameters'] as const;

/** Deletes runs and gives back what {@link restoreRuns} needs to undo it. */
export async function deleteRuns(ids: readonly string[]): Promise<DeletedRuns> {
  const transaction = (await openLibrary()).transaction(ALL, 'readwrite');
  const runs: RunRecord[] = [];
  const curves: StoredCurve[] = [];
  const parameters: StoredParameters[] = [];
  for (const id of ids) {
    const run = await transaction.objectStore('runs').get(id);
    const curve = await transaction.objectStore('curves').get(id);
    const trained = await transaction.objectStore('parameters').get(id);
    if (run) runs.push(run);
    if (curve) curves.push(curve);
    if (trained) parameters.push(trained);
    await Promise.all(ALL.map((store) => transaction.objectStore(store).delete(id)));
  }
  await transaction.done;
  runsNews.tell({ deleted: ids });
  return { runs, curves, parameters };
}

export async function restoreRuns(deleted: DeletedRuns): Promise<void> {
  const transaction = (await openLibrary()).transaction(ALL, 'readwrite');
  await Promise.all([
    ...deleted.runs.map((run) => transaction.objectStore('runs').put(run)),
    ...deleted.curves.map((curve) => transaction.objectStore('curves').put(curve)),
    ...deleted.parameters.map((trained) => transaction.objectStore('parameters').put(trained)),
    transaction.done,
  ]);
  runsNews.tell({ changed: deleted.runs });
}

/**
 * Runs that count as going on, but whose page is gone, become paused where they last were. Answers with them.
 */
export async function findInterrupted(): Promise<readonly RunRecord[]> {
  const runs = (await listRuns()).filter(({ state }) => state === 'running' || state === 'queued');
  if (runs.length === 0) return [];
  const living = await livingPages();
  const isGone = ({ page, updatedAt }: RunRecord): boolean =>
    living === undefined ? Date.now() - updatedAt > SILENT_MS : page === undefined || !living.has(page);
  const gone = runs.filter(isGone);
  if (gone.length === 0) return [];
  // It was last seen when it was last heard of.
  return updateRuns(
    gone.map(({ id }) => id),
    ({ updatedAt }) => ({ state: 'paused', interrupted: true, updatedAt }),
  );
}
