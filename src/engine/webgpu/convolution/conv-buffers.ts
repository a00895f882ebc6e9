import type { ImageBytes, ImageData } from '../../../data/fields';
import type { ConvPlan } from '../../../learning/convolution/plan';
import type { Buffers } from '../buffers';
import { chainBlock, convolutionBlock, imagesBlock } from './blocks';
import type { ConvGeometry } from './conv-geometry';
import { convMemory } from './conv-memory';
import type { ChainStep, ConvStep, MatrixStep } from './steps';

/** One split on the device: bytes, four a word. */
export interface ImageBuffers {
  readonly pixels: GPUBuffer;
  readonly labels: GPUBuffer;
}

/** What a step needs besides the batch's numbers. */
export type StepBuffers =
  | { readonly kind: 'matrix'; readonly step: MatrixStep; readonly block: GPUBuffer }
  | {
      readonly kind: 'chain';
      readonly step: ChainStep;
      /** For the batch in its shards, and for reports, where all samples meet the same statistics. */
      readonly block: GPUBuffer;
      readonly reportBlock: GPUBuffer;
      readonly statistics: GPUBuffer;
      readonly sums: GPUBuffer;
    };

export interface ConvBuffers {
  readonly train: ImageBuffers;
  readonly test: ImageBuffers;
  readonly images: GPUBuffer;
  readonly batchLabels: GPUBuffer;
  readonly outcomes: GPUBuffer;
  readonly weights: GPUBuffer;
  readonly weightPartials: GPUBuffer;
  /** [0] is the network's input, [i + 1] what step i gives: [channel][sample][row][column]. */
  readonly values: readonly GPUBuffer[];
  /** Two that take turns on the way back. */
  readonly cotangents: readonly [GPUBuffer, GPUBuffer];
  readonly steps: readonly StepBuffers[];
  readonly given: GPUBuffer;
  readonly verdicts: GPUBuffer;
}

/** Uploads the data and allocates what {@link convMemory} says. */
export function createConvBuffers(
  buffers: Buffers,
  plan: ConvPlan,
  steps: readonly ConvStep[],
  geometry: ConvGeometry,
  data: ImageData,
): ConvBuffers {
  const sizes = convMemory(plan, steps, geometry, data);
  const storage = (name: string): GPUBuffer => buffers.storage(name, sizes[name] ?? 0);
  const nothing = buffers.storage('no statistics', 16);
  return {
    train: uploadImages(buffers, 'training', data.train),
    test: uploadImages(buffers, 'test', data.test),
    images: buffers.uniform('image block', imagesBlock(plan, data)),
    batchLabels: buffers.storage('batch labels', 4 * plan.batchSize),
    outcomes: buffers.storage('outcomes', 8 * plan.batchSize),
    weights: storage('weights'),
    weightPartials: storage('weight gradients'),
    values: [storage('images'), ...steps.map((_, index) => storage(`values ${index + 1}`))],
    cotangents: [storage('cotangents, even stages'), storage('cotangents, odd stages')],
    steps: steps.map((step, index) => stepBuffers(buffers, plan, step, index, nothing)),
    given: storage('given images'),
    verdicts: storage('verdicts'),
  };
}

/** What step `index` takes in. */
export function valuesAt(b: ConvBuffers, index: number): GPUBuffer {
  const buffer = b.values[index];
  if (!buffer) throw new RangeError(`no values ${index}`);
  return buffer;
}

function stepBuffers(
  buffers: Buffers,
  { batchSize, shards }: ConvPlan,
  step: ConvStep,
  index: number,
  nothing: GPUBuffer,
): StepBuffers {
  if (step.kind === 'matrix')
    return {
      kind: 'matrix',
      step,
      block: buffers.uniform(`stage ${index}`, convolutionBlock(step, batchSize)),
    };
  const entries = shards * (step.normalise?.stage.input.channels ?? 0);
  return {
    kind: 'chain',
    step,
    block: buffers.uniform(`stage ${index}`, chainBlock(step, batchSize, batchSize / shards)),
    reportBlock: buffers.uniform(`reported stage ${index}`, chainBlock(step, batchSize, batchSize)),
    statistics: entries === 0 ? nothing : buffers.storage(`statistics ${index}`, 16 * entries),
    sums: entries === 0 ? nothing : buffers.storage(`sums ${index}`, 8 * entries),
  };
}

function uploadImages(buffers: Buffers, name: string, split: ImageBytes): ImageBuffers {
  const upload = (label: string, bytes: Uint8Array): GPUBuffer =>
    buffers.filled(label, bytes.length, (target) => new Uint8Array(target).set(bytes));
  return {
    pixels: upload(`${name} images`, split.pixels),
    labels: upload(`${name} labels`, split.labels),
  };
}
