import { PLAIN_LAYER } from '../defaults';
import { fourierMnist } from '../presets';
import type { Experiment, Layer } from '../schema';

const SOURCE = 'Fang et al., Optics Express 27, 14009 (2019)';

/** Published accuracies, percent, at each standard deviation of the noise. */
export const FANG_TABLE = [
  { sigma: 0, grid: 97.59, fft: 95.1 },
  { sigma: 0.005, grid: 96.2, fft: 95.01 },
  { sigma: 0.01, grid: 86.41, fft: 94.78 },
  { sigma: 0.015, grid: 55.6, fft: 94.35 },
  { sigma: 0.02, grid: 29.5, fft: 93.71 },
] as const;

/** Dies measured at each. */
export const FANG_TRIALS = 20;

export const FANG = {
  title: 'Imprecise components: GridNet and FFTNet',
  source: SOURCE,
  published:
    'MNIST with 256 hidden modes: the grid is better at first, the FFT mesh keeps its accuracy under noise.',
  note:
    'Three U·Σ·V layers of 256 modes each, on the 256 middle frequencies of each image instead of its two halves; the ' +
    'modulus between them. Noise of each shifter’s phase in radians, and of each coupler’s amplitude reflectivity.',
} as const;

function layers(mesh: Layer['mesh']): Layer[] {
  const layer = { ...PLAIN_LAYER, mesh, form: 'usv', gain: 1.5 } as const;
  return [
    { ...layer, nonlinearity: { kind: 'modulus' } },
    { ...layer, nonlinearity: { kind: 'modulus' } },
    layer,
  ];
}

function network(name: string, mesh: Layer['mesh'], epochs: number, learningRate: number): Experiment {
  return {
    ...fourierMnist,
    name,
    modes: 256,
    layers: layers(mesh),
    training: { ...fourierMnist.training, epochs, learningRate },
    hardware: { ...fourierMnist.hardware, preset: 'ideal' },
  };
}

/** Rates and lengths were chosen on 10,000 of the training images. */
export const gridNet = network('GridNet after Fang et al.', 'rectangular', 5, 0.0015);
export const fftNet = network('FFTNet after Fang et al.', 'butterfly', 5, 0.006);

/**
 * The experiment on dies of the paper's noise: its σ is the phase's, radians, and that of a coupler's amplitude
 * reflectivity r = cos(π/4 + e), of which an angle of √2·σ makes it.
 */
export function withFangNoise(experiment: Experiment, sigma: number): Experiment {
  return {
    ...experiment,
    hardware: { ...experiment.hardware, phaseError: sigma, splitterError: Math.SQRT2 * sigma },
  };
}
