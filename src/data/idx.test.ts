import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import { readIdx, writeIdxImages, writeIdxLabels } from './idx';

describe('IDX', () => {
  it('round-trips images of any size', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(255),
        (count, width, height, fill) => {
          const pixels = new Uint8Array(count * width * height).map((_, i) => (i * 31 + fill) & 255);
          expect(readIdx(writeIdxImages({ count, width, height, pixels }), 'x')).toEqual({
            kind: 'images',
            count,
            width,
            height,
            pixels,
          });
        },
      ),
    );
  });

  it('round-trips labels', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (labels) => {
        expect(readIdx(writeIdxLabels(labels), 'x')).toEqual({
          kind: 'labels',
          count: labels.length,
          labels,
        });
      }),
    );
  });

  it('refuses every truncation and every extension, naming the file', () => {
    const file = writeIdxImages({ count: 3, width: 4, height: 2, pixels: new Uint8Array(24) });
    for (let length = 0; length < file.length; length++) {
      expect(() => readIdx(file.subarray(0, length), 'cut.gz')).toThrow(/cut\.gz/);
    }
    expect(() => readIdx(new Uint8Array([...file, 0]), 'long.gz')).toThrow(/41 bytes.*announces 40/);
  });

  it('answers garbage with a fault, never another exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (noise, withMagic) => {
        if (withMagic) noise.set([0, 0, 8, 3].slice(0, noise.length));
        try {
          const read = readIdx(noise, 'noise');
          expect(read.count).toBeGreaterThanOrEqual(0);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(PhotonicError);
        }
      }),
    );
  });
});
