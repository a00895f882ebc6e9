import { IDEAL_HARDWARE } from '../../experiment/defaults';
import { ficonnVowels } from '../../experiment/presets';
import type { Convolution, Experiment } from '../../experiment/schema';
import { PhotonicError } from '../../lib/fault';
import { normal, randomWord } from '../../lib/rng';
import { compileConvPlan } from './compile-conv-plan';
import type { ConvPlan, ImageShape } from './plan';

export type StageChoice = Convolution['stages'][number];

export const PLAIN_STAGE: StageChoice = {
  channels: 4,
  kernel: 3,
  stride: 1,
  normalise: true,
  activation: 'relu',
  pool: 'none',
};

/** A small network: change what a test is about. */
export const SMALL_CONVOLUTION: Convolution = {
  weights: 'real',
  mesh: 'rectangular',
  stages: [{ ...PLAIN_STAGE, pool: 'max' }],
  head: 'flatten',
  hidden: 0,
  augmentation: { shift: 0, flip: false },
  smoothing: 0,
};

export function convExperiment(
  convolution: Partial<Convolution> = {},
  change: Partial<Experiment> = {},
): Experiment {
  return {
    ...ficonnVowels,
    name: 'Convolution',
    task: { dataset: 'mnist', source: 'generated', classes: [] },
    modes: 4,
    encoder: { kind: 'image' },
    layers: [],
    convolution: { ...SMALL_CONVOLUTION, ...convolution },
    hardware: IDEAL_HARDWARE,
    training: { ...ficonnVowels.training, batchSize: 8 },
    ...change,
  };
}

export function convPlan(
  convolution: Partial<Convolution> = {},
  image: ImageShape = { channels: 1, height: 6, width: 6 },
  change: Partial<Experiment> = {},
  classes = 3,
): ConvPlan {
  const experiment = convExperiment(convolution, change);
  if (experiment.convolution === null) throw new Error('unreachable');
  const plan = compileConvPlan(experiment, experiment.convolution, { trainSamples: 40, classes, image });
  if (!plan.ok) throw new PhotonicError(plan.fault);
  return plan.value;
}

export function smallTraining(change: Partial<Experiment['training']>): Partial<Experiment> {
  return { training: { ...convExperiment().training, ...change } };
}

/** `count` normally distributed numbers, marked by `stream`. */
export function draws(count: number, stream: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => normal(5, stream, i));
}

/** Labels of `count` samples. */
export function labelsOf(count: number, classes: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => randomWord(5, 1, i) % classes);
}
