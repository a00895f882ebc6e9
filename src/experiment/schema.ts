import * as v from 'valibot';
import { LIMITS } from './limits';

/**
 * The experiment: the one document that is saved, shared, linked and undone. Immutable; everything a
 * run needs and nothing about how it went.
 */
const finite = v.pipe(v.number(), v.finite());
const range = (low: number, high: number) => v.pipe(finite, v.minValue(low), v.maxValue(high));
const count = (low: number, high: number) => v.pipe(finite, v.integer(), v.minValue(low), v.maxValue(high));

export const datasetIdSchema = v.picklist(['hillenbrand', 'mnist', 'fashion-mnist', 'cifar10', 'own']);

/** What is to be learnt, and from which samples. */
const taskSchema = v.object({
  dataset: datasetIdSchema,
  /** `real`: the published data set; `generated`: drawn by the studio, always labelled so. */
  source: v.picklist(['real', 'generated']),
  /** Subset of the data set's class names in readout order; empty means all of them. */
  classes: v.array(v.pipe(v.string(), v.maxLength(64))),
});

/** How a sample becomes one complex field amplitude per mode. */
const encoderSchema = v.variant('kind', [
  v.object({
    kind: v.literal('columns'),
    /** Columns of a table, one optical mode each, at most `modes` of them. */
    columns: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(LIMITS.modes.max)),
    /** `amplitude`: the standardised value is the field; `phase`: it turns a unit field. */
    modulation: v.picklist(['amplitude', 'phase']),
    /** Field, or radians, per standard deviation of the training samples. */
    scale: range(0.01, 10),
  }),
  v.object({
    kind: v.literal('fourier'),
    /** Root-mean-square field per mode after normalising each sample. */
    scale: range(0.01, 10),
  }),
  v.object({
    kind: v.literal('pixels'),
    /** Image averaged down to the largest square that fits the modes; brightness is the field. */
    scale: range(0.01, 10),
  }),
]);

export const nonlinearitySchema = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({
    kind: v.literal('electro-optic'),
    /** Fraction of power tapped off to the photodiode. */
    alpha: range(0, 0.999),
    /** Phase per tapped power, radians. */
    g: range(-10, 10),
    /** Bias phase, radians. */
    phiB: range(-7, 7),
  }),
  v.object({
    kind: v.literal('nofu'),
    /** Ring phase per tapped power, radians. */
    kappa: range(-20, 20),
    /** Ring self-coupling amplitude. */
    r: range(0, 0.999),
    /** Ring round-trip amplitude. */
    a: range(0, 1),
  }),
  v.object({ kind: v.literal('mod-relu'), threshold: range(0, 10) }),
  v.object({ kind: v.literal('kerr'), g: range(-10, 10) }),
  v.object({ kind: v.literal('modulus') }),
  v.object({ kind: v.literal('power') }),
  v.object({ kind: v.literal('modulus-softplus') }),
  v.object({
    kind: v.literal('saturable-absorber'),
    /** σ·τ, the inverse saturation intensity. */
    sigmaTau: range(0.001, 100),
    /** Small-signal transmission T0 (power). */
    t0: range(0.001, 0.999),
  }),
]);

const layerSchema = v.object({
  /** Linear part: `u` a unitary mesh; `u-diag` attenuators then a mesh; `usv` mesh, attenuators, mesh. */
  form: v.picklist(['u', 'u-diag', 'usv']),
  mesh: v.picklist(['rectangular']),
  /** Amplitude gain of the layer (an optical amplifier after the linear part). */
  gain: range(0.01, 100),
  nonlinearity: nonlinearitySchema,
});

const readoutSchema = v.object({
  /** Power at the first ports, one per class, times `scale`, optionally divided by the ports' sum. */
  normalise: v.boolean(),
  /** Inverse temperature: logits per unit of power. */
  scale: range(0.001, 1000),
  loss: v.picklist(['cross-entropy', 'mse']),
});

const trainingSchema = v.object({
  optimiser: v.variant('kind', [
    v.object({
      kind: v.literal('adam'),
      beta1: range(0, 0.9999),
      beta2: range(0, 0.99999),
      epsilon: range(1e-12, 1),
    }),
    v.object({ kind: v.literal('sgd'), momentum: range(0, 0.9999) }),
  ]),
  learningRate: range(1e-7, 10),
  /** `cosine` falls from the learning rate to zero over the run. */
  schedule: v.picklist(['constant', 'cosine']),
  batchSize: count(LIMITS.batchSize.min, LIMITS.batchSize.max),
  epochs: count(LIMITS.epochs.min, LIMITS.epochs.max),
});

const hardwareSchema = v.object({
  /** Component constants the latency budget is computed from; see photonics/hardware.ts. */
  preset: v.picklist(['ideal', 'ficonn', 'silicon-thermo-optic', 'thin-film-lithium-niobate']),
  /** Standard deviation of the couplers' angle error, radians; one die per seed. */
  splitterError: range(0, Math.PI / 4),
  /** Standard deviation of the static phase error, radians. */
  phaseError: range(0, Math.PI),
  /** Insertion loss of one interferometer, decibels. */
  insertionLoss: range(0, 10),
  /** Number of the die whose flaws are drawn. */
  die: count(0, 0xffffffff),
});

export const experimentSchema = v.object({
  format: v.literal('photonic-experiment'),
  version: v.literal(1),
  name: v.pipe(v.string(), v.maxLength(120)),
  seed: count(0, 0xffffffff),
  task: taskSchema,
  /** Number of waveguides N of every mesh. */
  modes: count(LIMITS.modes.min, LIMITS.modes.max),
  encoder: encoderSchema,
  layers: v.pipe(v.array(layerSchema), v.minLength(1), v.maxLength(LIMITS.layers.max)),
  readout: readoutSchema,
  training: trainingSchema,
  hardware: hardwareSchema,
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Experiment = DeepReadonly<v.InferOutput<typeof experimentSchema>>;
export type DatasetId = v.InferOutput<typeof datasetIdSchema>;
export type Task = Experiment['task'];
export type Encoder = Experiment['encoder'];
export type Layer = Experiment['layers'][number];
export type Nonlinearity = Layer['nonlinearity'];
export type Readout = Experiment['readout'];
export type Training = Experiment['training'];
export type Hardware = Experiment['hardware'];
