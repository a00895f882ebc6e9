import type { EncodedSplit } from '../../data/fields';
import type { Arena } from './arena';
import type { Planes } from './planes';
import { allocatePlanes, batchStride } from './planes';

/** Samples in WASM memory, as rows of a batch: forward products read them where they lie. */
export interface StoredSplit {
  readonly count: number;
  readonly fields: Planes;
  /** Address of one byte per sample. */
  readonly labels: number;
}

export function storeSplit(arena: Arena, split: EncodedSplit): StoredSplit {
  const { count, modes } = split;
  const fields = allocatePlanes(arena, count, batchStride(modes));
  const labels = arena.putBytes(split.labels);
  const copy = (values: Float32Array, plane: number): void => {
    const rows = arena.f32(plane, count * fields.ld);
    if (fields.ld === modes) {
      rows.set(values.subarray(0, count * modes));
      return;
    }
    for (let row = 0; row < count; row++)
      rows.set(values.subarray(row * modes, (row + 1) * modes), row * fields.ld);
  };
  copy(split.re, fields.re);
  copy(split.im, fields.im);
  return { count, fields, labels };
}
