import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import { tarOf } from './fixtures/tar.fixture';
import { isTar, readTar } from './tar';

describe('tar', () => {
  it('lists the files of an archive, passing over folders', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 1200 }), { minLength: 1, maxLength: 3 }), (files) => {
        const archive = tarOf([
          ['folder/', undefined],
          ...files.map((bytes, i) => [`folder/${i}.bin`, bytes] as const),
        ]);
        expect(isTar(archive)).toBe(true);
        expect(readTar(archive, 'a')).toEqual(files.map((bytes, i) => ({ name: `folder/${i}.bin`, bytes })));
      }),
    );
  });

  it('refuses archives that end early or have damaged headers', () => {
    const archive = tarOf([
      ['a.bin', new Uint8Array(700)],
      ['b.bin', new Uint8Array(10)],
    ]);
    for (const length of [600, 1024, 1536, 2048]) {
      expect(() => readTar(archive.subarray(0, length), 'cut.tar.gz')).toThrow(/cut\.tar\.gz.*cut short/);
    }
    const damaged = archive.slice();
    damaged[3] = 88;
    expect(() => readTar(damaged, 'x')).toThrow(PhotonicError);
  });
});
