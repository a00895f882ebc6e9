import { photonicCnnCifar, photonicCnnFashion, photonicCnnMnist } from '../convolution-presets';
import type { Experiment } from '../schema';
import type { Paper } from './paper';

const NOTE =
  'Three convolutions and a classifier on tiled U·Σ·V† meshes, trained through their phases; sums over tiles, ' +
  'normalisation, rectifier and pooling are electronic. Rates were chosen on images held out of the training set.';

function cnn(title: string, published: string, goal: number, experiment: Experiment): Paper {
  return {
    title,
    source: 'Goal of this studio; compared with what optics has been measured at',
    published,
    note: NOTE,
    goal,
    seeds: [experiment.seed],
    experiment,
  };
}

export const cnnPapers = {
  'cnn-mnist': cnn(
    'Photonic convolution, MNIST',
    'A butterfly chip with 3-bit control was measured at 94.16 % (Feng et al., 2022); 99 % is the goal here.',
    99,
    photonicCnnMnist,
  ),
  'cnn-fashion': cnn(
    'Photonic convolution, Fashion-MNIST',
    'No measured result of an interferometer mesh is known to us; 90 % is the goal here.',
    90,
    photonicCnnFashion,
  ),
  'cnn-cifar': cnn(
    'Photonic convolution, CIFAR-10',
    'The best optical figure known to us is 73.80 %, in free space; 68 % within 20 minutes is the goal here.',
    68,
    photonicCnnCifar,
  ),
};
