import { toFault, type Fault } from '../lib/fault';
import type { Bytes } from './bytes';

/** Where verified files are kept so that they are fetched once. Never throws: a cache only saves time. */
export interface DataCache {
  read(path: string): Promise<Bytes | undefined>;
  /** Resolves to a notice if the file could not be kept (no room, private window). */
  write(path: string, bytes: Bytes): Promise<Fault | undefined>;
  remove(path: string): Promise<void>;
}

/** The cache where the browser offers no private file system: forgets everything. */
export const NO_CACHE: DataCache = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
};

const FOLDER = 'data-sets';

/**
 * The origin-private file system under `data-sets/`, or {@link NO_CACHE} where there is none.
 * @param limit bytes that all files together may take; what is above is given up, the oldest first
 */
export async function openCache(limit = Infinity): Promise<DataCache> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    await roomFor(folder, 0, limit);
    return fileSystemCache(folder, limit);
  } catch {
    // Private windows and insecure pages have no file system; data is then fetched every time.
    return NO_CACHE;
  }
}

/** One flat folder; path separators become `~`. A file above the limit is not kept. */
export function fileSystemCache(folder: FileSystemDirectoryHandle, limit = Infinity): DataCache {
  const nameOf = (path: string) => path.replaceAll('/', '~');
  return {
    async read(path) {
      try {
        const handle = await folder.getFileHandle(nameOf(path));
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      } catch {
        return undefined;
      }
    },
    async write(path, bytes) {
      if (bytes.length > limit) return undefined;
      try {
        await roomFor(folder, bytes.length, limit);
        await writeFile(await folder.getFileHandle(nameOf(path), { create: true }), bytes);
        return undefined;
      } catch (thrown) {
        await folder.removeEntry(nameOf(path)).catch(() => undefined);
        return {
          code: 'data/not-cached',
          message: `${path} could not be kept on this device, so it will be fetched again next time.`,
          fix: 'Free some disk space or allow this site to store data; training goes on.',
          where: path,
          cause: toFault(thrown).cause,
        };
      }
    },
    async remove(path) {
      await folder.removeEntry(nameOf(path)).catch(() => undefined);
    },
  };
}

/** What makes room is fetched where there is a limit. */
async function roomFor(folder: FileSystemDirectoryHandle, bytes: number, limit: number): Promise<void> {
  if (limit !== Infinity) await (await import('./cache-room')).makeRoom(folder, bytes, limit);
}

async function writeFile(handle: FileSystemFileHandle, bytes: Bytes): Promise<void> {
  // Safari before 26 lacks createWritable against its declared type, but has sync handles in workers.
  if ('createWritable' in handle) {
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
    return;
  }
  const access = await (handle as unknown as SyncFileHandle).createSyncAccessHandle();
  try {
    access.truncate(0);
    access.write(bytes, { at: 0 });
    access.flush();
  } finally {
    access.close();
  }
}

/** The worker-only part of FileSystemFileHandle, absent from the DOM library's types. */
interface SyncFileHandle {
  createSyncAccessHandle(): Promise<{
    truncate(size: number): void;
    write(bytes: Bytes, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}
