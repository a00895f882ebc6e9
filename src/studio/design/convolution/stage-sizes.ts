import type { Convolution } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { ok } from '../../../lib/result';
import type { ImageShape } from '../../../learning/convolution/plan';
import type { StageShape } from '../../../learning/convolution/stage-shapes';
import { stageShapes } from '../../../learning/convolution/stage-shapes';

/** The image behind each stage, and what the head and the last matrices make of it. */
export interface StageSizes {
  readonly stages: readonly ImageShape[];
  /** Numbers that the first matrix behind the head receives. */
  readonly flat: number;
}

/** A fault names the stage that cannot be. */
export function stageSizes(convolution: Convolution, image: ImageShape, classes: number): Result<StageSizes> {
  const shapes = stageShapes(convolution, image, classes);
  if (!shapes.ok) return shapes;
  const starts = shapes.value.flatMap((shape, at) => (shape.kind === 'convolve' ? [at] : []));
  const count = convolution.stages.length;
  const stages = convolution.stages.map((stage, index) => {
    const own = shapes.value.slice(starts[index], starts[index + 1]);
    // The head, a flattening or a pool over the whole image, belongs to no stage.
    const ends = index === count - 1 ? own.slice(0, ownParts(stage)) : own;
    return outputOf(ends.at(-1)) ?? image;
  });
  const first = shapes.value[starts[count] ?? -1];
  return ok({ stages, flat: first ? first.input.channels : 0 });
}

/** How many parts a stage is laid out as. */
function ownParts(stage: Convolution['stages'][number]): number {
  return 2 + (stage.normalise ? 1 : 0) + (stage.pool === 'none' ? 0 : 1);
}

function outputOf(shape: StageShape | undefined): ImageShape | undefined {
  if (shape === undefined) return undefined;
  return 'output' in shape ? shape.output : shape.input;
}
