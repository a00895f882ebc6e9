import type { ImageBytes, ImageData } from '../../../data/fields';
import type { ConvPlan } from '../../../learning/convolution/plan';
import { sizeOf } from '../../../learning/convolution/stage-shapes';
import { candidateMemory } from '../candidates';
import { chipMemory } from '../chip-buffers';
import type { MemoryPlan } from '../memory-plan';
import type { NetworkLayout } from '../network-layout';
import type { ConvGeometry } from './conv-geometry';
import { runsOf } from './conv-geometry';
import type { ConvStep } from './steps';
import { outputOf, weightsOf } from './steps';

/** Bytes of the large buffers that a convolutional network has besides its chip's, by name. */
export function convMemory(
  plan: ConvPlan,
  steps: readonly ConvStep[],
  geometry: ConvGeometry,
  data: ImageData,
): Record<string, number> {
  const { batchSize } = plan;
  const values = steps.map((step) => 4 * batchSize * sizeOf(outputOf(step)));
  const matrices = steps.flatMap((step) => (step.kind === 'matrix' ? [step.stage] : []));
  const sizes: Record<string, number> = {
    'training images': imageBytes(data.train),
    'test images': imageBytes(data.test),
    images: 4 * batchSize * sizeOf(plan.input),
    'given images': 4 * batchSize * sizeOf(plan.input),
    weights: 4 * matrices.reduce((sum, { matrix }) => sum + weightsOf(matrix), 0),
    'weight gradients': Math.max(
      ...matrices.map((stage) => 4 * weightsOf(stage.matrix) * runsOf(stage, batchSize, geometry).count),
    ),
    verdicts: 8 * Math.max(data.train.count, data.test.count),
    // They take turns: one stage's output's and its input's.
    'cotangents, even stages': Math.max(...values),
    'cotangents, odd stages': Math.max(...values),
  };
  values.forEach((bytes, index) => (sizes[`values ${index + 1}`] = bytes));
  return sizes;
}

export function convMemoryPlan(
  plan: ConvPlan,
  steps: readonly ConvStep[],
  geometry: ConvGeometry,
  layout: NetworkLayout,
  data: ImageData,
): MemoryPlan {
  return {
    ...chipMemory(plan, layout, geometry),
    ...candidateMemory(plan),
    ...convMemory(plan, steps, geometry, data),
  };
}

function imageBytes({ pixels }: ImageBytes): number {
  return pixels.length;
}
