/** Named files that survive a reload. Every method may reject with what the platform throws. */
export interface CheckpointStore {
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Replaces the file as a whole: a crash in between leaves the one before. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(name: string): Promise<void>;
}

const FOLDER = 'checkpoints';
/** Ending of a file that is being written. */
const TEMPORARY = '.tmp';

/** Parts of the File System API that only workers have, or that TypeScript's page library does not list. */
interface SyncAccessHandle {
  truncate(size: number): void;
  write(bytes: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}
interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
  move(name: string): Promise<void>;
}

/** Runs that can be continued after a reload; older ones make room. A large chip's checkpoint has 100 MB. */
const KEPT = 24;
/** Trials are many, and only the few that were stopped in the middle are ever continued: they have room of their own. */
export const TRIAL_PREFIX = 'trial-';
const TRIALS_KEPT = 12;

/**
 * Checkpoints in the origin's private file system; for use in a worker. Tabs that train the same
 * experiment share a file: one of them writes at a time, and what was written last stays.
 */
export function createOpfsStore(kept = KEPT): CheckpointStore {
  const open = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  const alone = <T>(name: string, work: (folder: FileSystemDirectoryHandle) => Promise<T>): Promise<T> =>
    navigator.locks.request(`${FOLDER}/${name}`, async () => work(await open()));
  return {
    read: (name) =>
      alone(name, async (folder) => {
        const file = await unlessMissing(folder.getFileHandle(name));
        return file && new Uint8Array(await (await file.getFile()).arrayBuffer());
      }),
    write: (name, bytes) =>
      alone(name, async (folder) => {
        await replace(folder, name, bytes);
        await dropOldest(folder, kept, name.startsWith(TRIAL_PREFIX));
      }),
    remove: (name) => alone(name, (folder) => unlessMissing(folder.removeEntry(name))),
  };
}

async function replace(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${name}${TEMPORARY}`;
  try {
    const file = (await folder.getFileHandle(temporary, { create: true })) as WorkerFileHandle;
    const access = await file.createSyncAccessHandle();
    try {
      access.truncate(0);
      const written = access.write(bytes, { at: 0 });
      // Some engines write short instead of throwing when the quota is used up.
      if (written !== bytes.length)
        throw new DOMException(`${written} of ${bytes.length} bytes written`, 'QuotaExceededError');
      access.flush();
    } finally {
      access.close();
    }
    await file.move(name);
  } catch (thrown) {
    // Half a file would only take the room that is missing.
    await folder.removeEntry(temporary).catch(() => undefined);
    throw thrown;
  }
}

async function dropOldest(folder: FileSystemDirectoryHandle, kept: number, isTrial: boolean): Promise<void> {
  const files: File[] = [];
  for await (const entry of folder.values()) {
    if (!(entry instanceof FileSystemFileHandle) || entry.name.endsWith(TEMPORARY)) continue;
    if (entry.name.startsWith(TRIAL_PREFIX) !== isTrial) continue;
    // Another tab may have removed it since it was listed.
    const file = await unlessMissing(entry.getFile());
    if (file !== undefined) files.push(file);
  }
  files.sort((a, b) => b.lastModified - a.lastModified);
  for (const { name } of files.slice(isTrial ? TRIALS_KEPT : kept))
    await unlessMissing(folder.removeEntry(name));
}

/** Undefined for what is not there; everything else rejects as before. */
async function unlessMissing<T>(access: Promise<T>): Promise<T | undefined> {
  try {
    return await access;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
    throw thrown;
  }
}
