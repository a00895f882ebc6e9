import { PLAIN_LAYER } from '../../../experiment/defaults';
import { fourierMnist } from '../../../experiment/presets';
import type { Convolution, Experiment } from '../../../experiment/schema';
import { classesOf } from '../../state/dataset-names';

/** Edits of a convolutional network. Pure. */

export type Stage = Convolution['stages'][number];

/** What activations fields of each kind of weights can have; the first is taken when the weights change. */
export const ACTIVATIONS: Readonly<Record<Convolution['weights'], readonly Stage['activation'][]>> = {
  real: ['relu', 'softplus', 'power', 'saturable-absorber'],
  complex: ['modulus', 'power'],
};

/** A small network to begin with: two stages that halve the image. */
const FIRST_STAGE: Stage = {
  channels: 16,
  kernel: 3,
  stride: 1,
  normalise: true,
  activation: 'relu',
  pool: 'max',
};

const FIRST_CONVOLUTION: Convolution = {
  weights: 'real',
  mesh: 'rectangular',
  stages: [FIRST_STAGE, { ...FIRST_STAGE, channels: 32 }],
  head: 'flatten',
  hidden: 0,
  augmentation: { shift: 0, flip: false },
  smoothing: 0,
};

/** Waveguides of one tile: the 3 × 3 patch of one channel nearly fills half of it. */
const FIRST_TILE = 16;

/** A convolution instead of layers, with a training that suits it; images only. */
export function withConvolution(experiment: Experiment): Experiment {
  if (experiment.convolution !== null) return experiment;
  return {
    ...experiment,
    modes: FIRST_TILE,
    encoder: { kind: 'image' },
    layers: [],
    convolution: FIRST_CONVOLUTION,
    training: { ...experiment.training, frozen: [], learningRate: 0.01, batchSize: 100, epochs: 10 },
  };
}

/** Coherent layers instead of a convolution, as in the example that learns images with them. */
export function withLayers(experiment: Experiment): Experiment {
  if (experiment.convolution === null) return experiment;
  const { encoder, layers, readout, training } = fourierMnist;
  return {
    ...experiment,
    modes: Math.max(fourierMnist.modes, classesOf(experiment).length),
    encoder,
    layers: layers.map((layer) => ({ ...PLAIN_LAYER, ...layer })),
    convolution: null,
    readout,
    training: {
      ...experiment.training,
      frozen: [],
      learningRate: training.learningRate,
      batchSize: training.batchSize,
      epochs: training.epochs,
    },
  };
}

/** Other weights; activations that do not go with them change too. */
export function withWeights(convolution: Convolution, weights: Convolution['weights']): Convolution {
  const [first = 'power'] = ACTIVATIONS[weights];
  const stages = convolution.stages.map((stage) =>
    ACTIVATIONS[weights].includes(stage.activation) ? stage : { ...stage, activation: first },
  );
  return { ...convolution, weights, stages };
}

export function withStage(convolution: Convolution, index: number, change: Partial<Stage>): Convolution {
  return {
    ...convolution,
    stages: convolution.stages.map((stage, i) => (i === index ? { ...stage, ...change } : stage)),
  };
}

/** One more stage like the last, but without its pool, which the image might be too small for. */
export function withAddedStage(convolution: Convolution): Convolution {
  const last = convolution.stages.at(-1) ?? FIRST_STAGE;
  return { ...convolution, stages: [...convolution.stages, { ...last, stride: 1, pool: 'none' }] };
}

export function withoutStage(convolution: Convolution, index: number): Convolution {
  return { ...convolution, stages: convolution.stages.filter((_, i) => i !== index) };
}

/** Moves a stage one place towards the image (−1) or away from it. */
export function withMovedStage(convolution: Convolution, index: number, by: -1 | 1): Convolution {
  const stages = [...convolution.stages];
  const [stage] = stages.splice(index, 1);
  if (stage !== undefined) stages.splice(index + by, 0, stage);
  return { ...convolution, stages };
}
