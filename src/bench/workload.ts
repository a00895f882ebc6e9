import type { EncodedData, EncodedSplit } from '../data/fields';
import type { Experiment, Layer } from '../experiment/schema';
import { PLAIN_LAYER } from '../experiment/defaults';
import { fourierMnist } from '../experiment/presets';
import { compilePlan } from '../learning/compile-plan';
import type { Plan } from '../learning/plan';
import { normal, randomWord } from '../lib/rng';

const CLASSES = 10;
export const BATCH = 512;
const SEED = 11;

export const LINEAR = PLAIN_LAYER;
export const EO_LAYER: Layer = {
  ...PLAIN_LAYER,
  nonlinearity: { kind: 'electro-optic', alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI },
};

/** A network for timing and parity, with f32-exact initial phases. */
export function benchPlan(modes: number, layers: readonly Layer[], batchSize = BATCH): Plan {
  const experiment: Experiment = {
    ...fourierMnist,
    modes,
    layers,
    training: { ...fourierMnist.training, batchSize },
  };
  const plan = compilePlan(experiment, { trainSamples: 4 * batchSize, classes: Math.min(CLASSES, modes) });
  if (!plan.ok) throw new Error(plan.fault.message);
  return { ...plan.value, initial: Float64Array.from(plan.value.initial, Math.fround) };
}

/** Random fields with unit power per mode, and random labels. */
export function benchData(modes: number, count = 4 * BATCH): EncodedData {
  const split: EncodedSplit = {
    count,
    modes,
    re: Float32Array.from({ length: count * modes }, (_, i) => Math.SQRT1_2 * normal(SEED, 100, i)),
    im: Float32Array.from({ length: count * modes }, (_, i) => Math.SQRT1_2 * normal(SEED, 101, i)),
    labels: Uint8Array.from({ length: count }, (_, i) => randomWord(SEED, 102, i) % Math.min(CLASSES, modes)),
  };
  return { kind: 'fields', modes, classNames: [], train: split, test: split };
}
