import type { EncodedData, EncodedSplit } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import type { Buffers } from './buffers';

/** One split on the device. */
export interface SplitBuffers {
  /** [sample][mode] complex. */
  readonly fields: GPUBuffer;
  /** Bytes, four a word. */
  readonly labels: GPUBuffer;
  readonly count: number;
}

/** What a layer keeps of the batch for the way back; [mode][sample] complex. */
export interface LayerBuffers {
  readonly linear: GPUBuffer;
  readonly output: GPUBuffer;
  /** Cotangent of `linear` (a NOFU's is first that of `output`). */
  readonly cotangent: GPUBuffer;
}

/** What a coherent network keeps besides its chip. */
export interface BatchBuffers {
  readonly train: SplitBuffers;
  readonly test: SplitBuffers;
  readonly input: GPUBuffer;
  readonly batchLabels: GPUBuffer;
  readonly outcomes: GPUBuffer;
  readonly layers: readonly LayerBuffers[];
}

/** Uploads the data and allocates what the batch needs. */
export function createBatchBuffers(buffers: Buffers, plan: Plan, data: EncodedData): BatchBuffers {
  const { modes, batchSize, layers } = plan;
  const fields = 8 * modes * batchSize;
  return {
    train: uploadSplit(buffers, 'training', data.train),
    test: uploadSplit(buffers, 'test', data.test),
    input: buffers.storage('inputs', fields),
    batchLabels: buffers.storage('batch labels', 4 * batchSize),
    outcomes: buffers.storage('outcomes', 8 * batchSize),
    layers: layers.map((_, index) => ({
      linear: buffers.storage(`linear fields ${index}`, fields),
      output: buffers.storage(`fields ${index}`, fields),
      cotangent: buffers.storage(`cotangents ${index}`, fields),
    })),
  };
}

function uploadSplit(buffers: Buffers, name: string, split: EncodedSplit): SplitBuffers {
  return {
    fields: buffers.filled(`${name} samples`, 8 * split.count * split.modes, (target) =>
      interleave(split, new Float32Array(target)),
    ),
    labels: buffers.filled(`${name} labels`, split.count, (target) =>
      new Uint8Array(target).set(split.labels),
    ),
    count: split.count,
  };
}

/** Planes to pairs (re, im), for the first `target.length / 2` numbers. */
export function interleave(
  planes: { readonly re: Float32Array; readonly im: Float32Array },
  target: Float32Array,
): void {
  const { re, im } = planes;
  for (let i = 0; i < re.length; i++) {
    target[2 * i] = re[i] ?? 0;
    target[2 * i + 1] = im[i] ?? 0;
  }
}
