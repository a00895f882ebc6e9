import type { CheckpointStore } from './checkpoint-store';

/** Files that last as long as the test. */
export function memoryStore(): CheckpointStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    read: (name) => Promise.resolve(files.get(name)),
    write: (name, bytes) => Promise.resolve(void files.set(name, bytes)),
    remove: (name) => Promise.resolve(void files.delete(name)),
  };
}
