/** Named files that survive a reload. Every method may reject with what the platform throws. */
export interface CheckpointStore {
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Replaces the file as a whole: a crash in between leaves the one before. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(name: string): Promise<void>;
}

const FOLDER = 'checkpoints';

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

/** Checkpoints in the origin's private file system; for use in a worker. */
export function createOpfsStore(): CheckpointStore {
  const folder = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  return {
    async read(name) {
      try {
        const file = await (await folder()).getFileHandle(name);
        return new Uint8Array(await (await file.getFile()).arrayBuffer());
      } catch (thrown) {
        if (isMissing(thrown)) return undefined;
        throw thrown;
      }
    },
    async write(name, bytes) {
      const temporary = `${name}.tmp`;
      const file = (await (await folder()).getFileHandle(temporary, { create: true })) as WorkerFileHandle;
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
    },
    async remove(name) {
      try {
        await (await folder()).removeEntry(name);
      } catch (thrown) {
        if (!isMissing(thrown)) throw thrown;
      }
    },
  };
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'NotFoundError';
}
