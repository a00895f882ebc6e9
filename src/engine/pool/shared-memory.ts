import type { ImageBytes } from '../../data/fields';

/** Whether threads may look at the same memory: the page is cross-origin isolated. */
export function canShare(): boolean {
  return globalThis.crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined';
}

export function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(4 * length));
}

/** The same images in memory that threads share. */
export function sharedImages({ count, pixels, labels }: ImageBytes): ImageBytes {
  return { count, pixels: sharedBytes(pixels), labels: sharedBytes(labels) };
}

function sharedBytes(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
