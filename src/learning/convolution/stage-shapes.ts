import type { Convolution } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { SATURABLE } from './activation';
import type { ConvActivation, ImageShape } from './plan';

/** A convolutional network's stages before its matrices are laid out: what needs no numbers. */
export type StageShape =
  | {
      readonly kind: 'convolve';
      readonly input: ImageShape;
      readonly output: ImageShape;
      readonly kernel: number;
      readonly stride: number;
      readonly padding: number;
      /** Whether both quadratures are read, each as channels of their own. */
      readonly complex: boolean;
      /** Whether the stage has a number of its own per output channel. */
      readonly bias: boolean;
    }
  | { readonly kind: 'normalise'; readonly input: ImageShape }
  | { readonly kind: 'activate'; readonly input: ImageShape; readonly activation: ConvActivation }
  | {
      readonly kind: 'detect';
      readonly input: ImageShape;
      readonly output: ImageShape;
      readonly detection: 'modulus' | 'power';
    }
  | {
      readonly kind: 'pool';
      readonly input: ImageShape;
      readonly output: ImageShape;
      readonly mode: 'max' | 'average';
      readonly height: number;
      readonly width: number;
    }
  | { readonly kind: 'flatten'; readonly input: ImageShape; readonly output: ImageShape };

type Stage = Convolution['stages'][number];

/** Side of the windows between stages. */
const POOL = 2;

/**
 * The stages of a network for images of one shape. Images keep their size (same padding) but for strides, which
 * halve it, rounded up, and pools, which halve it, rounded down. After the head one quadrature is read.
 * Faults name the field: `convolution.stages.2.pool`.
 */
export function stageShapes(
  convolution: Convolution,
  image: ImageShape,
  classes: number,
): Result<readonly StageShape[]> {
  const shapes: StageShape[] = [];
  let shape = image;
  const put = (stage: StageShape): void => {
    shapes.push(stage);
    shape = 'output' in stage ? stage.output : stage.input;
  };
  for (const [index, stage] of convolution.stages.entries()) {
    const fault = wrongStage(stage, convolution.weights, `convolution.stages.${index}`);
    if (fault) return fail(fault);
    put(convolveShape(stage, shape, convolution.weights === 'complex'));
    if (stage.normalise) put({ kind: 'normalise', input: shape });
    put(respondShape(stage, shape, convolution.weights === 'complex'));
    if (stage.pool === 'none') continue;
    const { height, width } = shape;
    if (height < POOL || width < POOL) return fail(tooSmall(index, shape));
    put(poolShape(shape, stage.pool, POOL, POOL));
  }
  const { height, width } = shape;
  if (height > 1 || width > 1) {
    put(convolution.head === 'average' ? poolShape(shape, 'average', height, width) : flattenShape(shape));
  }
  if (convolution.hidden > 0) {
    put(dense(shape, convolution.hidden, false));
    put({ kind: 'normalise', input: shape });
    put({ kind: 'activate', input: shape, activation: { kind: 'relu' } });
  }
  put(dense(shape, classes, true));
  return ok(shapes);
}

/** Numbers in one sample's activations. */
export function sizeOf({ channels, height, width }: ImageShape): number {
  return channels * height * width;
}

function convolveShape(stage: Stage, input: ImageShape, complex: boolean): StageShape {
  const side = (length: number): number => Math.ceil(length / stage.stride);
  return {
    kind: 'convolve',
    input,
    output: {
      channels: complex ? 2 * stage.channels : stage.channels,
      height: side(input.height),
      width: side(input.width),
    },
    kernel: stage.kernel,
    stride: stage.stride,
    padding: (stage.kernel - 1) / 2,
    complex,
    bias: !stage.normalise,
  };
}

function respondShape(stage: Stage, input: ImageShape, complex: boolean): StageShape {
  if (complex) {
    const detection = stage.activation === 'power' ? 'power' : 'modulus';
    return { kind: 'detect', input, output: { ...input, channels: input.channels / 2 }, detection };
  }
  const kind = stage.activation === 'modulus' ? 'relu' : stage.activation;
  return { kind: 'activate', input, activation: kind === 'saturable-absorber' ? SATURABLE : { kind } };
}

function poolShape(input: ImageShape, mode: 'max' | 'average', height: number, width: number): StageShape {
  const output = {
    channels: input.channels,
    height: Math.floor(input.height / height),
    width: Math.floor(input.width / width),
  };
  return { kind: 'pool', input, output, mode, height, width };
}

function flattenShape(input: ImageShape): StageShape {
  return { kind: 'flatten', input, output: { channels: sizeOf(input), height: 1, width: 1 } };
}

/** A matrix on all channels of one pixel. */
function dense(input: ImageShape, outputs: number, bias: boolean): StageShape {
  return {
    kind: 'convolve',
    input,
    output: { channels: outputs, height: 1, width: 1 },
    kernel: 1,
    stride: 1,
    padding: 0,
    complex: false,
    bias,
  };
}

function wrongStage(stage: Stage, weights: Convolution['weights'], where: string): Fault | undefined {
  if (weights === 'real' && stage.activation === 'modulus') {
    return {
      code: 'plan/activation',
      message: 'The modulus is read from two quadratures, which real weights do not have.',
      fix: 'Choose another activation, or complex weights.',
      where: `${where}.activation`,
    };
  }
  if (weights === 'complex' && stage.activation !== 'modulus' && stage.activation !== 'power') {
    return {
      code: 'plan/activation',
      message: `Complex weights are detected as modulus or power; ${stage.activation} acts on signed fields.`,
      fix: 'Choose the modulus or power activation, or real weights.',
      where: `${where}.activation`,
    };
  }
  return undefined;
}

function tooSmall(index: number, { height, width }: ImageShape): Fault {
  return {
    code: 'plan/image-too-small',
    message: `After stage ${index + 1} the image is ${width} × ${height} pixels: too small for windows of ${POOL} × ${POOL}.`,
    fix: 'Leave out this pool, or an earlier pool or stride.',
    where: `convolution.stages.${index}.pool`,
  };
}
