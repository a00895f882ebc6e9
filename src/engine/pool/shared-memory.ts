import type { ImageBytes } from '../../data/fields';
import type { PartImages } from '../wasm/conv-part';

/** What the threads of a crew look at together. */
export interface CrewMemory {
  readonly images: PartImages;
  /** A dense vector of parameters, and one gradient per shard. */
  readonly vector: Float32Array;
  readonly gradients: readonly Float32Array[];
}

/** Whether threads may look at the same memory: the page is cross-origin isolated, or there is no page. */
export function canShare(): boolean {
  const { crossOriginIsolated } = globalThis as { crossOriginIsolated?: boolean };
  return crossOriginIsolated !== false && typeof SharedArrayBuffer !== 'undefined';
}

/** Memory that threads share, with a copy of the images; undefined where there is not so much. */
export function sharedMemory(images: PartImages, length: number, shards: number): CrewMemory | undefined {
  const floats = (): Float32Array => new Float32Array(new SharedArrayBuffer(4 * length));
  const { mean, deviation, train, test } = images;
  try {
    return {
      images: { mean, deviation, train: sharedBytes(train), test: sharedBytes(test) },
      vector: floats(),
      gradients: Array.from({ length: shards }, floats),
    };
  } catch {
    return undefined;
  }
}

/** The same for one thread, or for threads that copy. */
export function ownMemory(images: PartImages, length: number, shards: number): CrewMemory {
  const { mean, deviation, train, test } = images;
  return {
    images: { mean, deviation, train, test },
    vector: new Float32Array(length),
    gradients: Array.from({ length: shards }, () => new Float32Array(length)),
  };
}

function sharedBytes({ count, pixels, labels }: ImageBytes): ImageBytes {
  const shared = (bytes: Uint8Array): Uint8Array => {
    const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
    copy.set(bytes);
    return copy;
  };
  return { count, pixels: shared(pixels), labels: shared(labels) };
}
