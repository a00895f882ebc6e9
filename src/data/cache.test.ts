import { describe, expect, it } from 'vitest';
import type { Bytes } from './bytes';
import { fileSystemCache, openCache } from './cache';

/** The few operations of a browser's private folder that the cache uses, in memory, with a quota. */
function folder(quota: number): FileSystemDirectoryHandle {
  const files = new Map<string, Bytes>();
  const handle = (name: string) => ({
    getFile: () => Promise.resolve(new File([files.get(name) ?? new Uint8Array(0)], name)),
    createWritable: () => {
      let written: Bytes = new Uint8Array(0);
      return Promise.resolve({
        write: (bytes: Bytes) => {
          if (bytes.length > quota) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
          written = bytes.slice();
          return Promise.resolve();
        },
        close: () => {
          files.set(name, written);
          return Promise.resolve();
        },
      });
    },
  });
  const fake = {
    getFileHandle: (name: string, options?: { create?: boolean }) => {
      if (name.includes('/')) return Promise.reject(new TypeError('Name is not allowed.'));
      if (!files.has(name) && !options?.create)
        return Promise.reject(new DOMException('none', 'NotFoundError'));
      if (!files.has(name)) files.set(name, new Uint8Array(0));
      return Promise.resolve(handle(name));
    },
    removeEntry: (name: string) =>
      files.delete(name) ? Promise.resolve() : Promise.reject(new DOMException('none', 'NotFoundError')),
  };
  return fake as unknown as FileSystemDirectoryHandle;
}

describe('cache', () => {
  it('keeps, reads and removes files', async () => {
    const cache = fileSystemCache(folder(100));
    expect(await cache.read('a/b.gz')).toBeUndefined();
    expect(await cache.write('a/b.gz', Uint8Array.of(1, 2))).toBeUndefined();
    expect(await cache.read('a/b.gz')).toEqual(Uint8Array.of(1, 2));
    await cache.remove('a/b.gz');
    await cache.remove('a/b.gz');
    expect(await cache.read('a/b.gz')).toBeUndefined();
  });

  it('answers a full disk with a notice and leaves nothing half-written', async () => {
    const cache = fileSystemCache(folder(1));
    expect(await cache.write('a/b.gz', Uint8Array.of(1, 2))).toMatchObject({
      code: 'data/not-cached',
      where: 'a/b.gz',
    });
    expect(await cache.read('a/b.gz')).toBeUndefined();
  });

  it('does without where there is no file system', async () => {
    const cache = await openCache();
    expect(await cache.write('x', Uint8Array.of(1))).toBeUndefined();
    expect(await cache.read('x')).toBeUndefined();
  });
});
