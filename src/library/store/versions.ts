import { validateExperiment } from '../../experiment/validate';
import { openLibrary } from './database';
import { newId } from './page-life';
import type { Version, VersionEntry } from './records';
import { thinned } from './version-thinning';

/** Documents as they once were. Every function rejects where the browser refuses its database. */

const phasesKey = (id: string): string => `version/${id}`;

/** A version with its phases, unless there is none of this id in this browser or it cannot be read. */
export async function getVersion(id: string): Promise<Version | undefined> {
  const database = await openLibrary();
  const [entry, stored] = await Promise.all([
    database.get('versions', id),
    database.get('parameters', phasesKey(id)),
  ]);
  const readableEntry = readable(entry);
  if (readableEntry === undefined) return undefined;
  const { trainedTo: _trainedTo, bytes: _bytes, ...version } = readableEntry;
  return { ...version, phases: stored && { parameters: stored.parameters, step: stored.step } };
}

/** Versions of a document, newest first. */
export async function listVersions(document: string): Promise<readonly VersionEntry[]> {
  const stored = await (await openLibrary()).getAllFromIndex('versions', 'document', document);
  return stored
    .map(readable)
    .filter((version) => version !== undefined)
    .sort((a, b) => b.createdAt - a.createdAt);
}

/** Keeps a version and thins the automatic ones of its document. */
export async function saveVersion(version: Omit<Version, 'id'>): Promise<Version> {
  const saved = { ...version, id: newId() };
  await putVersion(saved);
  const all = await (await openLibrary()).getAllFromIndex('versions', 'document', version.document);
  for (const id of thinned(all, version.createdAt)) await deleteVersion(id);
  return saved;
}

/** Puts a version there as it is, for one to undo its deletion. */
export async function putVersion({ phases, ...version }: Version): Promise<void> {
  const transaction = (await openLibrary()).transaction(['versions', 'parameters'], 'readwrite');
  const entry = { ...version, trainedTo: phases?.step, bytes: phases?.parameters.byteLength ?? 0 };
  await Promise.all([
    transaction.objectStore('versions').put(entry),
    ...(phases === undefined
      ? []
      : [transaction.objectStore('parameters').put({ id: phasesKey(version.id), ...phases })]),
    transaction.done,
  ]);
}

export async function deleteVersion(id: string): Promise<void> {
  const transaction = (await openLibrary()).transaction(['versions', 'parameters'], 'readwrite');
  await Promise.all([
    transaction.objectStore('versions').delete(id),
    transaction.objectStore('parameters').delete(phasesKey(id)),
    transaction.done,
  ]);
}

function readable(stored: VersionEntry | undefined): VersionEntry | undefined {
  if (stored === undefined) return undefined;
  const experiment = validateExperiment(stored.experiment);
  return experiment.ok ? { ...stored, experiment: experiment.value } : undefined;
}
