import { describe, expect, it } from 'vitest';
import type { Bytes } from './bytes';
import { fileSystemCache, openCache } from './cache';

/** The few operations of a browser's private folder that the cache uses, in memory, with a quota. */
function folder(quota: number): FileSystemDirectoryHandle {
  const files = new Map<string, Bytes>();
  let clock = 0;
  const writtenAt = new Map<string, number>();
  const handle = (name: string) => ({
    kind: 'file',
    getFile: () =>
      Promise.resolve(
        new File([files.get(name) ?? new Uint8Array(0)], name, { lastModified: writtenAt.get(name) ?? 0 }),
      ),
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
          writtenAt.set(name, ++clock);
          return Promise.resolve();
        },
      });
    },
  });
  const fake = {
    values: () => [...files.keys()].map(handle)[Symbol.iterator](),
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

  it('gives up the oldest files for a new one, and keeps none that is above the limit by itself', async () => {
    const cache = fileSystemCache(folder(100), 10);
    const four = Uint8Array.of(1, 2, 3, 4);
    for (const name of ['a', 'b', 'c']) expect(await cache.write(name, four)).toBeUndefined();
    expect(await cache.read('a')).toBeUndefined();
    expect(await cache.read('b')).toEqual(four);
    expect(await cache.read('c')).toEqual(four);
    expect(await cache.write('large', new Uint8Array(11))).toBeUndefined();
    expect(await cache.read('large')).toBeUndefined();
    expect(await cache.read('c')).toEqual(four);
  });

  it('does without where there is no file system', async () => {
    const cache = await openCache();
    expect(await cache.write('x', Uint8Array.of(1))).toBeUndefined();
    expect(await cache.read('x')).toBeUndefined();
  });
});
