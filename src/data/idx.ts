import { dataFault, grouped, type Bytes } from './bytes';

/**
 * The IDX format of MNIST and its relatives (LeCun, Cortes, Burges): big-endian u32 magic 0x00000803
 * (images) or 0x00000801 (labels), u32 sizes of each dimension, then the bytes.
 */
const IMAGES_MAGIC = 0x00000803;
const LABELS_MAGIC = 0x00000801;
/** Sides beyond this are no training images of a photonic chip; it also bounds memory for garbage headers. */
const MAX_SIDE = 512;

export interface IdxImages {
  readonly kind: 'images';
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** count × height × width, a view of the file's bytes. */
  readonly pixels: Uint8Array;
}

export interface IdxLabels {
  readonly kind: 'labels';
  readonly count: number;
  readonly labels: Uint8Array;
}

export function isIdx(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 8 &&
    bytes[0] === 0 &&
    bytes[1] === 0 &&
    bytes[2] === 8 &&
    (bytes[3] === 3 || bytes[3] === 1)
  );
}

/** Reads an uncompressed IDX file of u8 images or labels. Throws `data/not-idx` or `data/truncated`. */
export function readIdx(bytes: Uint8Array, name: string): IdxImages | IdxLabels {
  if (!isIdx(bytes)) {
    throw dataFault(
      'not-idx',
      `${name} is not an IDX file of images or labels.`,
      'Drop the original files, e.g. train-images-idx3-ubyte.gz with train-labels-idx1-ubyte.gz.',
      name,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4);
  if (view.getUint32(0) === LABELS_MAGIC) {
    checkLength(bytes.length, 8 + count, name);
    return { kind: 'labels', count, labels: bytes.subarray(8) };
  }
  const height = bytes.length >= 16 ? view.getUint32(8) : 0;
  const width = bytes.length >= 16 ? view.getUint32(12) : 0;
  if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
    throw dataFault(
      'not-idx',
      `${name} says its images are ${width} × ${height} pixels; 1 to ${MAX_SIDE} a side are possible.`,
      'Check that the file is complete and in IDX format.',
      name,
    );
  }
  checkLength(bytes.length, 16 + count * width * height, name);
  return { kind: 'images', count, width, height, pixels: bytes.subarray(16) };
}

function checkLength(actual: number, expected: number, name: string): void {
  if (actual === expected) return;
  throw dataFault(
    'truncated',
    `${name} has ${grouped(actual)} bytes where its header announces ${grouped(expected)}.`,
    'Download the file again; it is cut short or altered.',
    name,
  );
}

/** Images as an IDX file; the inverse of {@link readIdx}. */
export function writeIdxImages(images: Omit<IdxImages, 'kind'>): Bytes {
  const bytes = new Uint8Array(16 + images.pixels.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, IMAGES_MAGIC);
  view.setUint32(4, images.count);
  view.setUint32(8, images.height);
  view.setUint32(12, images.width);
  bytes.set(images.pixels, 16);
  return bytes;
}

/** Labels as an IDX file; the inverse of {@link readIdx}. */
export function writeIdxLabels(labels: Uint8Array): Bytes {
  const bytes = new Uint8Array(8 + labels.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LABELS_MAGIC);
  view.setUint32(4, labels.length);
  bytes.set(labels, 8);
  return bytes;
}
