import type { Augmentation, ConvPlan, ConvStage, ImageShape } from '../../learning/convolution/plan';

/**
 * A convolutional network after its meshes: matrices and electronic numbers lie in one vector of f32, and so do
 * their gradients. It is all that a thread needs to know to train on a part of a batch. Plain data.
 */
export interface DensePlan {
  readonly input: ImageShape;
  readonly classes: number;
  readonly stages: readonly DenseStage[];
  readonly augmentation: Augmentation;
  readonly smoothing: number;
  readonly batchSize: number;
  readonly shards: number;
  readonly seed: number;
  /** Floats of the vector. */
  readonly length: number;
  /** What is copied between the plan's flat vector and this one. */
  readonly electronics: readonly Copy[];
}

interface Copy {
  readonly parameter: number;
  readonly at: number;
  readonly count: number;
  /** Share of a step's value in the new one, where it is a running statistic and no gradient. */
  readonly momentum: number | undefined;
}

export type DenseStage =
  | (Omit<Extract<ConvStage, { kind: 'convolve' }>, 'matrix'> & {
      /** rows × columns, row-major, in the plan's order. */
      readonly rows: number;
      readonly columns: number;
      readonly matrixOffset: number;
      readonly complex: boolean;
    })
  /** In a gradient, the places of mean and variance hold the statistics of the shard. */
  | Extract<ConvStage, { kind: 'normalise' }>
  | Extract<ConvStage, { kind: 'activate' | 'detect' | 'pool' | 'flatten' }>;

export type DenseConvolve = Extract<DenseStage, { kind: 'convolve' }>;
export type DenseNormalise = Extract<DenseStage, { kind: 'normalise' }>;

export function densePlan(plan: ConvPlan): DensePlan {
  const electronics: Copy[] = [];
  let length = 0;
  const claim = (count: number): number => {
    const offset = length;
    // Whole SIMD vectors.
    length += 4 * Math.ceil(count / 4);
    return offset;
  };
  const copied = (parameter: number, count: number, momentum?: number): number => {
    const at = claim(count);
    electronics.push({ parameter, at, count, momentum });
    return at;
  };
  const stages = plan.stages.map((stage): DenseStage => {
    if (stage.kind === 'convolve') {
      const { matrix, biasOffset, ...rest } = stage;
      const { rows, columns, complex } = matrix;
      return {
        ...rest,
        rows,
        columns,
        complex,
        matrixOffset: claim(rows * columns),
        biasOffset: biasOffset === undefined ? undefined : copied(biasOffset, rows),
      };
    }
    if (stage.kind !== 'normalise') return stage;
    const { channels } = stage.input;
    return {
      ...stage,
      scaleOffset: copied(stage.scaleOffset, channels),
      shiftOffset: copied(stage.shiftOffset, channels),
      meanOffset: copied(stage.meanOffset, channels, stage.momentum),
      varianceOffset: copied(stage.varianceOffset, channels, stage.momentum),
    };
  });
  const { input, classes, augmentation, smoothing, batchSize, shards, seed } = plan;
  return { input, classes, stages, augmentation, smoothing, batchSize, shards, seed, length, electronics };
}
