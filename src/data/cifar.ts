import { dataFault, grouped, type Bytes } from './bytes';
import type { ImageSplit } from './samples';

/**
 * CIFAR-10's binary format (Krizhevsky 2009): records of one label byte 0…9 and 3 × 32 × 32 bytes, the
 * red, green and blue planes row by row; no header, so the length tells the record count.
 */
export const CIFAR_PIXELS = 3 * 32 * 32;
export const CIFAR_RECORD = 1 + CIFAR_PIXELS;
/** The published set has 60,000 records; more is another file. */
const MAX_RECORDS = 60_000;

export function isCifar(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length % CIFAR_RECORD !== 0 || bytes.length / CIFAR_RECORD > MAX_RECORDS)
    return false;
  for (let at = 0; at < bytes.length; at += CIFAR_RECORD) if ((bytes[at] ?? 255) > 9) return false;
  return true;
}

/** Reads a batch. Throws `data/truncated` for a length that is no whole number of records, `data/not-cifar` for bad labels. */
export function readCifar(bytes: Uint8Array, name: string): ImageSplit {
  const count = bytes.length / CIFAR_RECORD;
  if (!Number.isInteger(count) || count === 0) {
    throw dataFault(
      'truncated',
      `${name} has ${grouped(bytes.length)} bytes, which is no whole number of CIFAR-10 records of ${grouped(CIFAR_RECORD)} bytes.`,
      'Use the binary version of CIFAR-10 (cifar-10-binary.tar.gz or its data_batch_*.bin files), complete.',
      name,
    );
  }
  if (!isCifar(bytes)) {
    throw dataFault(
      'not-cifar',
      `${name} has labels outside 0 to 9, so it is not a CIFAR-10 batch.`,
      'Use the binary version of CIFAR-10, not CIFAR-100 or the Python version.',
      name,
    );
  }
  const labels = new Uint8Array(count);
  const pixels = new Uint8Array(count * CIFAR_PIXELS);
  copyCifar(bytes, labels, pixels, 0);
  return { kind: 'image', count, width: 32, height: 32, channels: 3, pixels, labels };
}

/** Copies a checked batch into larger arrays from record `first` on; returns the record count. */
export function copyCifar(bytes: Uint8Array, labels: Uint8Array, pixels: Uint8Array, first: number): number {
  const count = bytes.length / CIFAR_RECORD;
  for (let record = 0; record < count; record++) {
    const at = record * CIFAR_RECORD;
    labels[first + record] = bytes[at] ?? 0;
    pixels.set(bytes.subarray(at + 1, at + CIFAR_RECORD), (first + record) * CIFAR_PIXELS);
  }
  return count;
}

/** The inverse of {@link readCifar}. */
export function writeCifar(labels: Uint8Array, pixels: Uint8Array): Bytes {
  const bytes = new Uint8Array(labels.length * CIFAR_RECORD);
  for (let record = 0; record < labels.length; record++) {
    bytes[record * CIFAR_RECORD] = labels[record] ?? 0;
    bytes.set(pixels.subarray(record * CIFAR_PIXELS, (record + 1) * CIFAR_PIXELS), record * CIFAR_RECORD + 1);
  }
  return bytes;
}

/** The batch without the records at the given ascending positions. */
export function withoutRecords(bytes: Uint8Array, positions: readonly number[]): Bytes {
  const kept = new Uint8Array(bytes.length - positions.length * CIFAR_RECORD);
  let from = 0;
  let to = 0;
  for (const position of [...positions, bytes.length / CIFAR_RECORD]) {
    const part = bytes.subarray(from, position * CIFAR_RECORD);
    kept.set(part, to);
    to += part.length;
    from = (position + 1) * CIFAR_RECORD;
  }
  return kept;
}
