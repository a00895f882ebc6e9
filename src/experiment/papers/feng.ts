import { photonicCnnMnist } from '../convolution-presets';
import type { Convolution, Experiment } from '../schema';
import type { Paper } from './paper';

type Stage = Convolution['stages'][number];

const stage = (channels: number): Stage => ({
  channels,
  kernel: 3,
  stride: 1,
  normalise: true,
  activation: 'relu',
  pool: 'max',
});

/** Rate and length were chosen on 10,000 of the training images. */
const experiment: Experiment = {
  ...photonicCnnMnist,
  name: 'Butterfly chip of 4 waveguides, 3-bit phases',
  modes: 4,
  convolution: {
    weights: 'real',
    mesh: 'butterfly',
    stages: [stage(8), stage(16)],
    head: 'flatten',
    hidden: 0,
    augmentation: { shift: 0, flip: false },
    smoothing: 0,
  },
  training: { ...photonicCnnMnist.training, learningRate: 0.02, batchSize: 128, epochs: 4 },
  hardware: { ...photonicCnnMnist.hardware, quantisation: { of: 'phase', bits: 3 } },
};

export const fengPaper: Paper = {
  title: 'Butterfly chip with 3-bit control',
  source: 'Feng et al., ACS Photonics 9, 3906 (2022)',
  published:
    'A small convolutional network on a butterfly chip of four waveguides, 3-bit weights: 94.16 % on MNIST.',
  note:
    'Two convolutions and a classifier on butterfly tiles of four waveguides; every shifter has 3 bits in training and ' +
    'in use. The paper’s network is not known in every detail: channels and normalisation are ours.',
  goal: 94.2,
  seeds: [7],
  experiment,
};
