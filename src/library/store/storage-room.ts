import type { RunRecord, VersionEntry } from './records';
import { eraseDocument, listDocuments } from './documents';
import { openLibrary } from './database';
import { deleteVersion } from './versions';

/** What takes room in this browser, and how to get it back. */

/** In the order in which giving it up hurts least. */
export const ROOM_KINDS = ['data-sets', 'deleted', 'checkpoints', 'auto-versions', 'run-phases'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export interface Room {
  readonly kind: RoomKind;
  readonly count: number;
  /** Bytes that {@link freeRoom} gives back; of the database estimated. */
  readonly bytes: number;
}

/** What stays whatever is freed: the work on screen and what is being trained. */
export interface Spared {
  readonly document: string;
  /** The engine's names of runs whose checkpoints stay. */
  readonly runs: ReadonlySet<string>;
}

/** The browser's own answer. */
export interface Quota {
  readonly used: number;
  readonly quota: number;
}

/** Undefined where the browser does not say. */
export async function askQuota(): Promise<Quota | undefined> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? undefined : { used: usage, quota };
  } catch {
    return undefined;
  }
}

/** Room runs short when so much of it is used, or so little is left. */
const SHARE = 0.8;
const LEFT = 50 * 2 ** 20;

export function isShort({ used, quota }: Quota): boolean {
  return used > SHARE * quota || quota - used < LEFT;
}

/** What could be freed, of every kind; reads names and sizes only where it can. */
export async function measureRoom(spared: Spared): Promise<readonly Room[]> {
  return Promise.all(ROOM_KINDS.map((kind) => measure(kind, spared)));
}

async function measure(kind: RoomKind, spared: Spared): Promise<Room> {
  const items = await itemsOf(kind, spared);
  return { kind, count: items.length, bytes: items.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Deletes all of one kind but what is spared. Rejects with what the browser throws. */
export async function freeRoom(kind: RoomKind, spared: Spared): Promise<void> {
  for (const { free } of await itemsOf(kind, spared)) await free();
}

interface Item {
  readonly bytes: number;
  readonly free: () => Promise<unknown>;
}

function itemsOf(kind: RoomKind, spared: Spared): Promise<readonly Item[]> {
  switch (kind) {
    case 'data-sets':
      return filesIn('data-sets', () => true);
    case 'checkpoints':
      return filesIn('checkpoints', (name) => !spared.runs.has(name.replace(/\.checkpoint.*$/, '')));
    case 'deleted':
      return deletedDocuments();
    case 'auto-versions':
      return autoVersions(spared);
    case 'run-phases':
      return runPhases(spared);
  }
}

async function filesIn(name: string, isFree: (file: string) => boolean): Promise<readonly Item[]> {
  const items: Item[] = [];
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    for await (const entry of folder.values()) {
      if (!(entry instanceof FileSystemFileHandle) || !isFree(entry.name)) continue;
      const { size } = await entry.getFile();
      items.push({ bytes: size, free: () => folder.removeEntry(entry.name) });
    }
  } catch {
    // No private file system, no such folder, or another tab has just removed a file: nothing to free.
  }
  return items;
}

async function deletedDocuments(): Promise<readonly Item[]> {
  const versions = await (await openLibrary()).getAll('versions');
  return (await listDocuments('deleted')).map((document) => ({
    bytes:
      textBytes(document) +
      versions.filter((version) => version.document === document.id).reduce(addBytes, 0),
    free: () => eraseDocument(document.id),
  }));
}

async function autoVersions({ document }: Spared): Promise<readonly Item[]> {
  const all = await (await openLibrary()).getAll('versions');
  return all
    .filter((version) => version.kind === 'auto' && version.document !== document)
    .map((version) => ({ bytes: addBytes(0, version), free: () => deleteVersion(version.id) }));
}

/** Trained phases of finished runs that nobody pinned; the runs themselves stay with their curves and figures. */
async function runPhases({ runs: spared }: Spared): Promise<readonly Item[]> {
  const database = await openLibrary();
  const items: Item[] = [];
  const mayGo = ({ pinned, runId, state }: RunRecord): boolean =>
    !pinned && !spared.has(runId) && (state === 'finished' || state === 'failed');
  for (const run of (await database.getAll('runs')).filter(mayGo)) {
    const stored = await database.get('parameters', run.id);
    if (stored === undefined) continue;
    items.push({
      bytes: stored.parameters.byteLength,
      free: async () => (await openLibrary()).delete('parameters', run.id),
    });
  }
  return items;
}

function addBytes(sum: number, version: VersionEntry): number {
  return sum + version.bytes + textBytes(version);
}

function textBytes(value: unknown): number {
  return JSON.stringify(value).length;
}
