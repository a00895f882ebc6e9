import type { PlanBase, PlanLinear } from '../plan';

/**
 * A photonic convolutional network. Real images go through stages; each linear stage streams patches (im2col)
 * through a matrix that lies on chip-sized tiles, each a `usv` layer: two meshes and attenuators. Fields are read
 * by homodyne detection, so sums over the tiles of a row are electronic and signed; of a
 * matrix that is not `complex` one quadrature is read, Re(M).
 *
 * Activations are [channel][row][column] per sample; a matrix has one row per output channel and one column per
 * patch element in the order [channel][kernel row][kernel column]. The last stage is linear: its output, one pixel
 * with one channel per class, are the logits of a softmax, and the answer is the largest.
 */
export interface ConvPlan extends PlanBase {
  readonly kind: 'convolutional';
  readonly input: ImageShape;
  readonly stages: readonly ConvStage[];
  readonly augmentation: Augmentation;
  /** Share of the target that is spread over all classes (label smoothing), 0 … 1. */
  readonly smoothing: number;
  /**
   * Equal parts a batch is cut into: each normalises by its own statistics, gradients are added in their order.
   * However many workers share them, the curve stays the same. batchSize is a multiple of it.
   */
  readonly shards: number;
}

export interface ImageShape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/**
 * `shift`: up to so many pixels each way, edges filled with the mean; `flip`: left and right, every other time.
 * What happens to a sample is a function of its position in the training stream: see augment.ts.
 */
export interface Augmentation {
  readonly shift: number;
  readonly flip: boolean;
}

export type ConvStage =
  | {
      readonly kind: 'convolve';
      readonly input: ImageShape;
      readonly output: ImageShape;
      /** Side of the square patch, pixels. */
      readonly kernel: number;
      readonly stride: number;
      /** Dark pixels added on each side. */
      readonly padding: number;
      readonly matrix: TiledMatrix;
      /** Offset of one number per output channel, added electronically; undefined where a normalisation follows. */
      readonly biasOffset: number | undefined;
    }
  | {
      /** Per channel over its part of the batch: y = scale·(x − mean)/√(variance + epsilon) + shift. */
      readonly kind: 'normalise';
      readonly input: ImageShape;
      readonly scaleOffset: number;
      readonly shiftOffset: number;
      /**
       * Running statistics for evaluation, parameters that no gradient moves: after each step
       * running ← (1 − momentum)·running + momentum·(mean over the shards of the batch's). Variances are biased (÷ n).
       */
      readonly meanOffset: number;
      readonly varianceOffset: number;
      readonly momentum: number;
      readonly epsilon: number;
    }
  | {
      /** `relu`, `softplus`: electronic. `power`: a photodiode's x². `saturable`: x·√(power transmission), optical. */
      readonly kind: 'activate';
      readonly input: ImageShape;
      readonly activation: ConvActivation;
    }
  | {
      /** Complex weights: channels c and c + C are the real and imaginary part; |z| or |z|² halves the channels. */
      readonly kind: 'detect';
      readonly input: ImageShape;
      readonly output: ImageShape;
      readonly detection: 'modulus' | 'power';
    }
  | {
      /** Over windows that do not overlap. */
      readonly kind: 'pool';
      readonly input: ImageShape;
      readonly output: ImageShape;
      readonly mode: 'max' | 'average';
      /** Of one window, pixels; rows and columns that fill no window are left out. */
      readonly height: number;
      readonly width: number;
    }
  /** The same numbers in the same order as one pixel of many channels. */
  | { readonly kind: 'flatten'; readonly input: ImageShape; readonly output: ImageShape };

export type ConvActivation =
  | { readonly kind: 'relu' }
  | { readonly kind: 'softplus' }
  | { readonly kind: 'power' }
  | { readonly kind: 'saturable-absorber'; readonly sigmaTau: number; readonly t0: number };

/**
 * A rows × columns real matrix on k × k tiles, row-major; tiles beyond its edge are cut off. Where both quadratures are
 * read (`complex`), the tiles' complex rows become twice as many real ones: all real parts, then all imaginary ones;
 * `rows` counts both. Otherwise only the real parts are read.
 */
export interface TiledMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly tile: number;
  readonly complex: boolean;
  /** Row-major: ceil(rows / tile) (of complex rows) × ceil(columns / tile). */
  readonly blocks: readonly PlanLinear[];
}

/** The tiles of all linear stages in the order of light. */
export function blocksOf(stages: readonly ConvStage[]): readonly PlanLinear[] {
  return stages.flatMap((stage) => (stage.kind === 'convolve' ? stage.matrix.blocks : []));
}

/** The same stages on other tiles, given in the order of {@link blocksOf}. */
export function withBlocks(
  stages: readonly ConvStage[],
  blocks: readonly PlanLinear[],
): readonly ConvStage[] {
  let next = 0;
  return stages.map((stage) => {
    if (stage.kind !== 'convolve') return stage;
    const first = next;
    next += stage.matrix.blocks.length;
    return { ...stage, matrix: { ...stage.matrix, blocks: blocks.slice(first, next) } };
  });
}
