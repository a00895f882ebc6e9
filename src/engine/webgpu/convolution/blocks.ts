import type { ImageData } from '../../../data/fields';
import type { ConvPlan, ImageShape } from '../../../learning/convolution/plan';
import type { ChainStage, ChainStep, MatrixStep } from './steps';

const NONE = 0xffffffff;

/** `struct Convolution` of shaders/lib/convolution.wgsl. */
export function convolutionBlock(
  { stage, firstWeight, firstPart }: MatrixStep,
  samples: number,
): ArrayBuffer {
  const { input, output, kernel, stride, padding, matrix, biasOffset } = stage;
  const words = new Uint32Array(20);
  words.set([samples, input.channels, input.height, input.width, matrix.rows, matrix.columns]);
  words.set([output.height, output.width, kernel, stride, padding, firstWeight, biasOffset ?? NONE], 6);
  words.set([matrix.tile, Math.ceil(matrix.columns / matrix.tile), firstPart, matrix.complex ? 1 : 0], 13);
  return words.buffer;
}

const CHAIN_HEAD = 8;

/**
 * `struct Chain` of shaders/lib/chain/chain.wgsl.
 * @param shardSamples samples normalised together
 */
export function chainBlock(step: ChainStep, samples: number, shardSamples: number): ArrayBuffer {
  const { stages, normalise } = step;
  const words = new Uint32Array(CHAIN_HEAD + 8 * (stages.length + 1));
  const floats = new Float32Array(words.buffer);
  words.set([samples, shardSamples]);
  if (normalise) {
    const { scaleOffset, shiftOffset, meanOffset, varianceOffset, epsilon, momentum } = normalise.stage;
    words.set([scaleOffset, shiftOffset, meanOffset, varianceOffset], 2);
    floats.set([epsilon, momentum], 6);
  }
  const first = stages[0];
  if (first) words.set(shapeWords(first.input, 0), CHAIN_HEAD);
  stages.forEach((stage, index) => {
    const output = 'output' in stage ? stage.output : stage.input;
    const window = stage.kind === 'pool' ? stage.height | (stage.width << 16) : 0;
    words.set(shapeWords(output, window), CHAIN_HEAD + 4 * (index + 1));
    floats.set(constantsOf(stage), CHAIN_HEAD + 4 * (stages.length + 1) + 4 * (index + 1));
  });
  return words.buffer;
}

function shapeWords({ channels, height, width }: ImageShape, window: number): readonly number[] {
  return [channels, height, width, window];
}

/** The fixed numbers that a stage's WGSL file names. */
function constantsOf(stage: ChainStage): readonly number[] {
  if (stage.kind === 'detect') return [stage.detection === 'power' ? 1 : 0];
  if (stage.kind !== 'activate' || stage.activation.kind !== 'saturable-absorber') return [];
  const { sigmaTau, t0 } = stage.activation;
  return [sigmaTau, t0, Math.log(t0)];
}

/** `struct Images` of shaders/lib/images.wgsl. */
export function imagesBlock(plan: ConvPlan, data: ImageData): ArrayBuffer {
  const { input, batchSize, seed, augmentation } = plan;
  const words = new Uint32Array(20);
  const floats = new Float32Array(words.buffer);
  words.set(shapeWords(input, 0));
  words.set([batchSize, data.train.count, seed, augmentation.shift, augmentation.flip ? 1 : 0], 4);
  for (let c = 0; c < input.channels; c++) {
    const deviation = data.deviation[c] ?? 1;
    floats[12 + c] = 1 / (255 * deviation);
    floats[16 + c] = -(data.mean[c] ?? 0) / deviation;
  }
  return words.buffer;
}
