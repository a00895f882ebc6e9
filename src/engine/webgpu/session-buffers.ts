import type { EncodedData, EncodedSplit } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import type { TrainingState } from '../backend';
import type { Buffers } from './buffers';
import type { Geometry } from './geometry';
import { RING, UPDATE_THREADS } from './kernels';
import type { NetworkLayout } from './network-layout';
import { MAX_STEPS_PER_SUBMIT } from './hyper';

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

export interface SessionBuffers {
  readonly train: SplitBuffers;
  readonly test: SplitBuffers;
  readonly network: GPUBuffer;
  readonly topology: GPUBuffer;
  readonly devices: GPUBuffer;
  readonly coefficients: GPUBuffer;
  readonly matrices: GPUBuffer;
  readonly matrixPartials: GPUBuffer;
  readonly gradientSlots: GPUBuffer;
  readonly gradient: GPUBuffer;
  readonly squares: GPUBuffer;
  readonly parameters: GPUBuffer;
  readonly momentum: GPUBuffer;
  readonly variance: GPUBuffer;
  /** Steps done, one u32. */
  readonly counter: GPUBuffer;
  readonly hyper: GPUBuffer;
  readonly ring: GPUBuffer;
  readonly input: GPUBuffer;
  readonly batchLabels: GPUBuffer;
  readonly outcomes: GPUBuffer;
  readonly layers: readonly LayerBuffers[];
}

/** Allocates what training needs and uploads the data and the state. */
export function createSessionBuffers(
  buffers: Buffers,
  plan: Plan,
  geometry: Geometry,
  layout: NetworkLayout,
  data: EncodedData,
  state: TrainingState | undefined,
): SessionBuffers {
  const { modes, batchSize, parameterCount, layers } = plan;
  const fields = 8 * modes * batchSize;
  const matrix = 8 * modes * modes * layers.length;
  const vector = (label: string, values: Float64Array | undefined): GPUBuffer =>
    buffers.filled(label, 4 * parameterCount, (target) => {
      if (values) new Float32Array(target).set(values);
    });
  return {
    train: uploadSplit(buffers, 'training', data.train),
    test: uploadSplit(buffers, 'test', data.test),
    network: buffers.uniform('network', layout.network),
    topology: buffers.filled('topology', layout.topology.byteLength, (target) =>
      new Uint32Array(target).set(layout.topology),
    ),
    devices: buffers.filled('devices', layout.devices.byteLength, (target) =>
      new Float32Array(target).set(layout.devices),
    ),
    coefficients: buffers.storage('coefficients', 32 * layout.mziTotal),
    matrices: buffers.storage('matrices', 2 * matrix),
    matrixPartials: buffers.storage('matrix gradients', matrix * geometry.splits),
    gradientSlots: buffers.storage('partial gradients', 4 * parameterCount * geometry.slots),
    gradient: buffers.storage('gradient', 4 * parameterCount),
    squares: buffers.storage('squares', 4 * Math.ceil(parameterCount / UPDATE_THREADS)),
    parameters: vector('parameters', state?.parameters ?? plan.initial),
    momentum: vector('momentum', state?.momentum),
    variance: vector('variance', state?.variance),
    counter: buffers.filled('counter', 4, (target) => new Uint32Array(target).set([state?.step ?? 0])),
    hyper: buffers.storage('hyper', 16 * (1 + MAX_STEPS_PER_SUBMIT)),
    ring: buffers.storage('metrics ring', 16 * RING),
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
