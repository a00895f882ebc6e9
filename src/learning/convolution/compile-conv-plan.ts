import type { Convolution, Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { buildMesh } from '../../photonics/meshes/build-mesh';
import { mziCount } from '../../photonics/mesh';
import { compileEffects } from '../compile-effects';
import { LinearCompiler } from '../compile-linear';
import { compileRange } from '../range';
import { compileTiles, tileCount, withUnitVariance } from './compile-tiles';
import type { ConvPlan, ConvStage, ImageShape } from './plan';
import { blocksOf } from './plan';
import { UNIT_SIGNAL, meanSquare, signalAfter } from './signal-power';
import type { StageShape } from './stage-shapes';
import { stageShapes } from './stage-shapes';

/** What the data set adds to the experiment. */
export interface ConvPlanData {
  readonly trainSamples: number;
  readonly classes: number;
  readonly image: ImageShape;
}

/** Equal parts of a batch, where it can be divided so. */
const SHARDS = 4;

/**
 * Share of a step's statistics in the running ones, and what is added to variances: the common defaults of
 * implementations of Ioffe, Szegedy, ICML 2015.
 */
const NORMALISATION = { momentum: 0.1, epsilon: 1e-5 } as const;

/** Parameters a plan may have: an experiment names their positions with 24 bits. */
const MAX_PARAMETERS = 2 ** 24;

/**
 * Compiles an experiment with a convolution: shapes, matrices on tiles of `modes`, initial phases, the die's flaws,
 * and gains that give the outputs of every linear stage unit variance at first. Faults name the field that cannot be.
 */
export function compileConvPlan(
  experiment: Experiment,
  convolution: Convolution,
  data: ConvPlanData,
): Result<ConvPlan> {
  const { training, hardware, seed } = experiment;
  const { batchSize } = training;
  const shapes = stageShapes(convolution, data.image, data.classes);
  if (!shapes.ok) return shapes;
  const shards = shardsOf(batchSize);
  const fault =
    (data.trainSamples < 1 ? noSamples() : undefined) ??
    notForConvolutions(experiment, shapes.value) ??
    wrongShift(convolution, data.image) ??
    loneStatistics(shapes.value, batchSize / shards) ??
    tooLarge(experiment, convolution, shapes.value);
  if (fault) return fail(fault);

  const compiler = new LinearCompiler(experiment);
  const drawn: ConvStage[] = [];
  for (const shape of shapes.value) {
    const stage = addStage(shape, convolution, experiment.modes, compiler);
    if (!stage.ok) return fail({ ...stage.fault, where: 'convolution.mesh' });
    drawn.push(stage.value);
  }
  const parts = compiler.finish(training.frozen);
  const stages = withGains(drawn, shapes.value, parts.initial);
  const blocks = blocksOf(stages);
  const effects = compileEffects(hardware, blocks, parts.roles);
  if (!effects.ok) return effects;
  return ok({
    kind: 'convolutional',
    input: data.image,
    classes: data.classes,
    stages,
    augmentation: convolution.augmentation,
    smoothing: convolution.smoothing,
    shards,
    optimiser: { ...training.optimiser, learningRate: training.learningRate, schedule: training.schedule },
    method: training.method,
    batchSize,
    seed,
    totalSteps: Math.max(1, Math.round((training.epochs * data.trainSamples) / batchSize)),
    ...parts,
    range: compileRange(training.range, blocks, parts.parameterCount),
    effects: effects.value,
  });
}

function addStage(
  shape: StageShape,
  convolution: Convolution,
  tile: number,
  compiler: LinearCompiler,
): Result<ConvStage> {
  if (shape.kind === 'normalise') {
    const { channels } = shape.input;
    const fill = (value: number, role?: number): number =>
      compiler.push(new Float64Array(channels).fill(value), role);
    return ok({
      ...shape,
      ...NORMALISATION,
      scaleOffset: fill(1),
      shiftOffset: fill(0),
      meanOffset: fill(0, 0),
      varianceOffset: fill(1, 0),
    });
  }
  if (shape.kind !== 'convolve') return ok(shape);
  const { complex, bias, ...geometry } = shape;
  const matrix = compileTiles(compiler, convolution, tile, matrixOf(shape));
  if (!matrix.ok) return matrix;
  const biasOffset = bias ? compiler.push(new Float64Array(shape.output.channels)) : undefined;
  return ok({ ...geometry, matrix: matrix.value, biasOffset });
}

function matrixOf({ input, output, kernel, complex }: Extract<StageShape, { kind: 'convolve' }>) {
  return { rows: output.channels, columns: input.channels * kernel * kernel, complex };
}

/** Follows the signals' power from stage to stage; standardised pixels have a mean square of 1. */
function withGains(
  stages: readonly ConvStage[],
  shapes: readonly StageShape[],
  initial: Float64Array,
): readonly ConvStage[] {
  let signal = UNIT_SIGNAL;
  return stages.map((stage, index) => {
    const input = signal;
    const shape = shapes[index];
    if (shape) signal = signalAfter(shape, input);
    if (stage.kind !== 'convolve') return stage;
    return { ...stage, matrix: withUnitVariance(stage.matrix, meanSquare(input), initial) };
  });
}

/** The largest divisor of the batch that is no larger than {@link SHARDS}. */
function shardsOf(batchSize: number): number {
  let shards = SHARDS;
  while (batchSize % shards !== 0) shards--;
  return shards;
}

/** What is modelled for coherent networks only, or without the running statistics of a normalisation. */
function notForConvolutions(
  { hardware, training }: Experiment,
  shapes: readonly StageShape[],
): Fault | undefined {
  if (hardware.detection !== null) {
    return {
      code: 'plan/detection',
      message:
        'Detector noise is modelled for the power readout of coherent networks, not for homodyne detection.',
      fix: 'Switch detector noise off, or use layers instead of the convolution.',
      where: 'hardware.detection',
    };
  }
  if (training.method.kind !== 'backprop' && shapes.some(({ kind }) => kind === 'normalise')) {
    return {
      code: 'plan/method',
      message: 'A network that normalises over its batches can only be trained by backpropagation.',
      fix: 'Choose backpropagation as the method, or switch normalisation and the hidden layer off.',
      where: 'training.method',
    };
  }
  return undefined;
}

function wrongShift(convolution: Convolution, { height, width }: ImageShape): Fault | undefined {
  const { shift } = convolution.augmentation;
  if (shift < Math.min(height, width)) return undefined;
  return {
    code: 'plan/shift',
    message: `Shifts of ${shift} pixels move images of ${width} × ${height} out of sight.`,
    fix: 'Shift by fewer pixels.',
    where: 'convolution.augmentation.shift',
  };
}

function loneStatistics(shapes: readonly StageShape[], samples: number): Fault | undefined {
  const alone = shapes.some(
    ({ kind, input }) => kind === 'normalise' && samples * input.height * input.width < 2,
  );
  if (!alone) return undefined;
  return {
    code: 'plan/batch-too-small',
    message: 'A batch is normalised in up to four parts, and one value alone has no variance.',
    fix: 'Use a batch of at least 8 samples, or leave out the normalisation.',
    where: 'training.batchSize',
  };
}

function tooLarge(
  { modes }: Experiment,
  convolution: Convolution,
  shapes: readonly StageShape[],
): Fault | undefined {
  const mesh = buildMesh(convolution.mesh, modes);
  // The compiler will say so.
  if (!mesh.ok) return undefined;
  let count = 0;
  for (const shape of shapes) {
    if (shape.kind === 'normalise') count += 4 * shape.input.channels;
    if (shape.kind !== 'convolve') continue;
    const perTile = 4 * mziCount(mesh.value) + 3 * modes;
    count += tileCount(modes, matrixOf(shape)) * perTile + (shape.bias ? shape.output.channels : 0);
  }
  if (count <= MAX_PARAMETERS) return undefined;
  return {
    code: 'plan/too-many-parameters',
    message: `This network has ${Math.round(count / 1e6)} million parameters; ${Math.floor(MAX_PARAMETERS / 1e6)} million are possible.`,
    fix: 'Use fewer channels, a smaller hidden layer, or the average head.',
    where: 'convolution',
  };
}

function noSamples(): Fault {
  return {
    code: 'plan/no-samples',
    message: 'The data set has no training samples.',
    fix: 'Choose another data set or drop a file with samples in it.',
    where: 'task.dataset',
  };
}
