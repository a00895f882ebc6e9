import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CIFAR_PIXELS, CIFAR_RECORD, isCifar, readCifar, withoutRecords, writeCifar } from './cifar';

const batch = (labels: readonly number[]) =>
  writeCifar(
    Uint8Array.from(labels),
    new Uint8Array(labels.length * CIFAR_PIXELS).map((_, i) => (i * 7) & 255),
  );

describe('CIFAR-10 binary', () => {
  it('round-trips', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), (labels) => {
        const bytes = batch(labels);
        const read = readCifar(bytes, 'b');
        expect([...read.labels]).toEqual(labels);
        expect(writeCifar(read.labels, read.pixels)).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses truncated batches and labels above 9', () => {
    const bytes = batch([1, 2]);
    expect(() => readCifar(bytes.subarray(0, -1), 'data_batch_1.bin')).toThrow(
      /data_batch_1\.bin has 6,145 bytes/,
    );
    expect(() => readCifar(new Uint8Array(0), 'empty')).toThrow(/empty/);
    bytes[CIFAR_RECORD] = 10;
    expect(isCifar(bytes)).toBe(false);
    expect(() => readCifar(bytes, 'x')).toThrow(/labels outside/);
  });

  it('leaves out records by position', () => {
    const kept = readCifar(withoutRecords(batch([0, 1, 2, 3, 4]), [0, 3]), 'x');
    expect([...kept.labels]).toEqual([1, 2, 4]);
    expect(kept.pixels.subarray(0, 9)).toEqual(
      readCifar(batch([0, 1]), 'x').pixels.subarray(CIFAR_PIXELS, CIFAR_PIXELS + 9),
    );
  });
});
