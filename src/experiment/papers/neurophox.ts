import { fourierMnist } from '../presets';
import type { Paper } from './paper';

interface Size {
  readonly modes: number;
  readonly published: number;
  readonly goal: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Root-mean-square field per mode: how far into the activation the light goes. */
  readonly scale: number;
}

/** Scales, rates and lengths were chosen on 10,000 of the training images. */
function neurophox({ modes, published, goal, epochs, learningRate, scale }: Size): Paper {
  return {
    title: `Fourier MNIST, ${modes} modes`,
    source: 'neurophox, MNIST notebook (Pai et al., 2019)',
    published: `Two Haar-random meshes of ${modes} modes with electro-optic activation: ${published.toFixed(2)} %.`,
    note:
      'Same features (centre of the spectrum), meshes, activation and batch. The rate falls to zero over the run, and ' +
      'input and readout are scaled.',
    goal,
    seeds: [7],
    experiment: {
      ...fourierMnist,
      name: `Fourier MNIST, ${modes} modes`,
      modes,
      encoder: { kind: 'fourier', scale },
      training: { ...fourierMnist.training, epochs, learningRate },
    },
  };
}

export const neurophoxPapers = {
  'neurophox-n36': neurophox({
    modes: 36,
    published: 96.6,
    goal: 96.6,
    epochs: 200,
    learningRate: 0.03,
    scale: 3,
  }),
  'neurophox-n64': neurophox({
    modes: 64,
    published: 97.47,
    goal: 97.5,
    epochs: 150,
    learningRate: 0.03,
    scale: 2,
  }),
  'neurophox-n144': neurophox({
    modes: 144,
    published: 97.76,
    goal: 97.8,
    epochs: 80,
    learningRate: 0.02,
    scale: 2,
  }),
};
