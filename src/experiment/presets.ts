import { CONVOLUTION_PRESETS } from './convolution-presets';
import { experimentOf } from './defaults';
import type { Experiment } from './schema';

/** Six vowels on a chip like FICONN (Bandyopadhyay et al., Nature Photonics 18, 1335 (2024)). */
export const ficonnVowels: Experiment = experimentOf({
  format: 'photonic-experiment',
  version: 1,
  name: 'Vowels on a 6-mode chip',
  seed: 7,
  task: { dataset: 'hillenbrand', source: 'real', classes: ['iy', 'ih', 'eh', 'ae', 'ah', 'uw'] },
  modes: 6,
  // Pitch, and the first two formants at steady state and at 80 % of the vowel: its quality and where it
  // glides to. Five amplitudes and, on the sixth mode, a constant reference. Chosen on training talkers only.
  encoder: {
    kind: 'columns',
    columns: ['f0', 'f1', 'f2', 'f1_80', 'f2_80'],
    modulation: 'amplitude',
    scale: 0.25,
  },
  layers: [
    { form: 'u', mesh: 'rectangular', gain: 1, nonlinearity: { kind: 'nofu', kappa: 5, r: 0.6, a: 0.97 } },
    { form: 'u', mesh: 'rectangular', gain: 1, nonlinearity: { kind: 'nofu', kappa: 5, r: 0.6, a: 0.97 } },
    { form: 'u', mesh: 'rectangular', gain: 1, nonlinearity: { kind: 'none' } },
  ],
  readout: { normalise: true, scale: 4, loss: 'cross-entropy' },
  training: {
    optimiser: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learningRate: 0.03,
    schedule: 'cosine',
    batchSize: 108,
    epochs: 400,
  },
  hardware: { preset: 'ficonn', splitterError: 0, phaseError: 0, insertionLoss: 0, die: 1 },
});

/** Fourier-feature MNIST after Pai et al. (neurophox): two meshes with an electro-optic activation. */
export const fourierMnist: Experiment = experimentOf({
  format: 'photonic-experiment',
  version: 1,
  name: 'MNIST, 64 Fourier modes',
  seed: 7,
  task: { dataset: 'mnist', source: 'real', classes: [] },
  modes: 64,
  encoder: { kind: 'fourier', scale: 2 },
  layers: [
    {
      form: 'u',
      mesh: 'rectangular',
      gain: 1,
      nonlinearity: { kind: 'electro-optic', alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI },
    },
    {
      form: 'u',
      mesh: 'rectangular',
      gain: 1,
      nonlinearity: { kind: 'electro-optic', alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI },
    },
  ],
  readout: { normalise: true, scale: 6, loss: 'cross-entropy' },
  training: {
    optimiser: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    learningRate: 0.03,
    schedule: 'cosine',
    batchSize: 512,
    epochs: 150,
  },
  hardware: { preset: 'silicon-thermo-optic', splitterError: 0, phaseError: 0, insertionLoss: 0, die: 1 },
});

/** The same chip on clothes instead of digits (Xiao, Rasul, Vollgraf, arXiv:1708.07747). */
export const fourierFashion: Experiment = {
  ...fourierMnist,
  name: 'Fashion-MNIST, 64 Fourier modes',
  task: { dataset: 'fashion-mnist', source: 'real', classes: [] },
};

/** Digits the studio draws itself: works without any download. */
export const generatedDigits: Experiment = {
  ...fourierMnist,
  name: 'Generated digits, 36 Fourier modes',
  task: { dataset: 'mnist', source: 'generated', classes: [] },
  modes: 36,
  training: { ...fourierMnist.training, epochs: 60, batchSize: 256 },
};

/** What the studio offers to start from. */
export const PRESETS: readonly Experiment[] = [
  ficonnVowels,
  fourierMnist,
  fourierFashion,
  generatedDigits,
  ...CONVOLUTION_PRESETS,
];
