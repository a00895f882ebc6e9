import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataCache } from '../data/cache';
import type { CheckpointStore } from '../engine/checkpoint-store';
import { toFault } from '../lib/fault';

/** Checkpoints as files of one folder, which is made with the first of them. */
export function folderCheckpoints(folder: string): CheckpointStore {
  return {
    read: (name) => readIfThere(join(folder, name)),
    write: (name, bytes) => replaceFile(folder, name, bytes),
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

/** Checkpoints that last as long as the process. */
export function memoryCheckpoints(): CheckpointStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    read: (name) => Promise.resolve(files.get(name)),
    write: (name, bytes) => {
      files.set(name, bytes);
      return Promise.resolve();
    },
    remove: (name) => {
      files.delete(name);
      return Promise.resolve();
    },
  };
}

/** Verified data files in one flat folder; path separators become `~`, as in the browser's cache. */
export function folderCache(folder: string): DataCache {
  const nameOf = (path: string): string => path.replaceAll('/', '~');
  return {
    read: (path) => readIfThere(join(folder, nameOf(path))).catch(() => undefined),
    write: async (path, bytes) => {
      try {
        await replaceFile(folder, nameOf(path), bytes);
        return undefined;
      } catch (thrown) {
        return {
          code: 'headless/not-cached',
          message: `${path} could not be kept in ${folder}, so it will be read again next time.`,
          fix: 'Free some disk space, or set PHOTONIC_CACHE_DIR to a folder that can be written; training goes on.',
          where: path,
          cause: toFault(thrown).cause,
        };
      }
    },
    remove: (path) => rm(join(folder, nameOf(path)), { force: true }).catch(() => undefined),
  };
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return Uint8Array.from(await readFile(path));
  } catch (thrown) {
    if (isMissing(thrown)) return undefined;
    throw thrown;
  }
}

/** Renamed into place: a crash in between leaves the file before. Processes that share the folder have names of their own. */
async function replaceFile(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `${name}.${process.pid}.tmp`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, join(folder, name));
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

/** Whether this says that there is no such file. */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
