import { experimentOf } from './defaults';
import type { Convolution, Experiment } from './schema';

type Stage = Convolution['stages'][number];

/** A 3 × 3 convolution with real weights, normalisation and rectifier. */
const stage = (channels: number, pool: Stage['pool'] = 'none'): Stage => ({
  channels,
  kernel: 3,
  stride: 1,
  normalise: true,
  activation: 'relu',
  pool,
});

/** A network of such stages; what training sees of an image is moved by up to `shift` pixels. */
const network = (
  stages: readonly Stage[],
  augmentation: Convolution['augmentation'],
  rest: Partial<Convolution> = {},
): Convolution => ({
  weights: 'real',
  mesh: 'rectangular',
  stages,
  head: 'flatten',
  hidden: 0,
  augmentation,
  smoothing: 0.05,
  ...rest,
});

const template = experimentOf({
  format: 'photonic-experiment',
  version: 2,
  name: '',
  seed: 7,
  task: { dataset: 'mnist', source: 'real', classes: [] },
  modes: 16,
  encoder: { kind: 'image' },
  layers: [],
  // The answer of a convolution is a softmax of its last signals; nothing of this is used.
  readout: { normalise: false, scale: 1, loss: 'cross-entropy' },
  training: {
    optimiser: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learningRate: 0.01,
    schedule: 'cosine',
    batchSize: 128,
    epochs: 5,
  },
  hardware: { preset: 'silicon-thermo-optic', splitterError: 0, phaseError: 0, insertionLoss: 0, die: 1 },
});

/** Digits through three convolutions on meshes of 16 waveguides. */
export const photonicCnnMnist: Experiment = {
  ...template,
  name: 'Photonic CNN, MNIST',
  convolution: network([stage(16, 'max'), stage(32, 'max'), stage(32)], { shift: 2, flip: false }),
};

/** Clothes through a wider network of the same kind. */
export const photonicCnnFashion: Experiment = {
  ...template,
  name: 'Photonic CNN, Fashion-MNIST',
  task: { dataset: 'fashion-mnist', source: 'real', classes: [] },
  convolution: network([stage(16, 'max'), stage(32, 'max'), stage(48)], { shift: 1, flip: true }),
  training: { ...template.training, epochs: 8 },
};

/** Colour photographs, in minutes on a processor. */
export const photonicCnnCifar: Experiment = {
  ...template,
  name: 'Photonic CNN, CIFAR-10',
  task: { dataset: 'cifar10', source: 'real', classes: [] },
  modes: 32,
  convolution: network([stage(32, 'max'), stage(64, 'max'), stage(128, 'max')], { shift: 2, flip: true }),
  training: { ...template.training, learningRate: 0.02, epochs: 8 },
};

/**
 * Seven convolutions in the manner of Simonyan, Zisserman (ICLR 2015), for a graphics card: plain networks of this
 * depth and width, with normalisation, shifts and mirror images, are known to pass 90 % on these photographs.
 */
export const deepCnnCifar: Experiment = {
  ...photonicCnnCifar,
  name: 'Deep photonic CNN, CIFAR-10',
  modes: 64,
  convolution: network(
    [stage(64), stage(64, 'max'), stage(128), stage(128, 'max'), stage(256), stage(256), stage(256, 'max')],
    { shift: 4, flip: true },
    { head: 'average', smoothing: 0.1 },
  ),
  training: { ...template.training, learningRate: 0.003, batchSize: 256, epochs: 100 },
};

/** Convolutional networks the studio offers to start from. */
export const CONVOLUTION_PRESETS: readonly Experiment[] = [
  photonicCnnMnist,
  photonicCnnFashion,
  photonicCnnCifar,
  deepCnnCifar,
];
