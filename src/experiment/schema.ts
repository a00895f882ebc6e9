import * as v from 'valibot';
import { COMPONENT_IDS } from '../photonics/budget/component-ids';
import { MESH_KINDS } from '../photonics/mesh';
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
  /** The whole image, standardised per channel, for a convolutional network. */
  v.object({ kind: v.literal('image') }),
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
  mesh: v.picklist(MESH_KINDS),
  /** `real`: push-pull shifters with phi and gamma held at 0 or π, so that meshes are orthogonal matrices. */
  weights: v.optional(v.picklist(['complex', 'real']), 'complex'),
  /** Groups of phases that training leaves as they are. */
  frozen: v.optional(v.array(v.picklist(['theta', 'phi', 'gamma', 'alpha'])), []),
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

/** A photonic convolutional network in place of `layers`; its matrices lie on tiles of `modes` × `modes`. */
const convolutionSchema = v.object({
  /** `complex`: two quadratures are detected and combined; `real`: signed fields. */
  weights: v.picklist(['real', 'complex']),
  mesh: v.picklist(MESH_KINDS),
  stages: v.pipe(
    v.array(
      v.object({
        channels: count(1, LIMITS.channels.max),
        /** Side of the patch, pixels; the image keeps its size but for the stride. */
        kernel: v.picklist([1, 3, 5, 7]),
        stride: v.picklist([1, 2]),
        /** Electronic normalisation over the batch, per channel. */
        normalise: v.boolean(),
        /** `modulus` needs complex weights and goes with them. */
        activation: v.picklist(['relu', 'softplus', 'power', 'modulus', 'saturable-absorber']),
        /** 2 × 2 windows after the activation. */
        pool: v.picklist(['none', 'max', 'average']),
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.stages.max),
  ),
  /** What the last layer sees: every pixel, or each channel's average. */
  head: v.picklist(['flatten', 'average']),
  /** Outputs of a further matrix, with normalisation and rectifier, before the last one; 0 for none. */
  hidden: count(0, LIMITS.channels.max),
  /** Random shifts up to so many pixels, and mirror images, of the training samples. */
  augmentation: v.object({ shift: count(0, 8), flip: v.boolean() }),
  /** Label smoothing. */
  smoothing: range(0, 0.5),
});

/** How training learns what to change. One chip forward pass is one sample's light sent through the chip once. */
const methodSchema = v.variant('kind', [
  v.object({
    kind: v.literal('backprop'),
    /** `chip`: the model knows the die and its noise; `twin`: a model without them, and the chip gets its phases. */
    model: v.picklist(['chip', 'twin']),
  }),
  v.object({
    kind: v.literal('in-situ'),
    /** Standard deviation of one tap's power reading, in units of the squared field; see docs/physics.md. */
    tapNoise: range(0, 1),
  }),
  v.object({
    kind: v.literal('spsa'),
    /** Phase by which all parameters are moved at once, radians. */
    amplitude: range(1e-4, 1),
  }),
  v.object({
    kind: v.literal('zeroth-order'),
    amplitude: range(1e-4, 1),
    /** Random directions probed per step. */
    directions: count(1, 64),
  }),
  v.object({
    kind: v.literal('coordinate'),
    amplitude: range(1e-4, 1),
    /** Phases probed one after the other per step. */
    coordinates: count(1, 256),
  }),
]);

const rangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('free') }),
  v.object({ kind: v.literal('wrap') }),
  v.object({
    kind: v.literal('clamp'),
    /** Which phases are limited, and to what, radians. */
    phases: v.array(v.picklist(['theta', 'phi', 'gamma', 'alpha'])),
    low: range(-4 * Math.PI, 4 * Math.PI),
    high: range(-4 * Math.PI, 4 * Math.PI),
  }),
]);

const trainingSchema = v.object({
  method: v.optional(methodSchema, { kind: 'backprop', model: 'chip' }),
  initial: v.optional(v.picklist(['haar', 'uniform']), 'haar'),
  range: v.optional(rangeSchema, { kind: 'free' }),
  /** Single parameters that training leaves alone: positions in the network's flat vector. */
  frozen: v.optional(v.pipe(v.array(count(0, 0xffffff)), v.maxLength(LIMITS.frozen.max)), []),
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
  /** Decibels per waveguide crossing; permutations of a mesh cross waveguides. */
  crossingLoss: v.optional(range(0, 10), 0),
  /** Decibels per centimetre of waveguide. */
  propagationLoss: v.optional(range(0, 100), 0),
  /** Converters that set the phases. */
  quantisation: v.optional(
    v.nullable(v.object({ of: v.picklist(['phase', 'voltage']), bits: count(1, 16) })),
    null,
  ),
  /** Heat reaching other shifters: multiple of the law in docs/physics.md, and the distances it acts over. */
  crosstalk: v.optional(
    v.nullable(
      v.object({
        strength: range(0, 10),
        /** Micrometres between columns, between rows, and between the two arms of a shifter. */
        columnPitch: range(1, 10_000),
        rowPitch: range(1, 10_000),
        armPitch: range(1, 1000),
      }),
    ),
    null,
  ),
  /** Slow random walk of all phases, radians per √(1000 steps). */
  drift: v.optional(range(0, Math.PI), 0),
  /** Drawn again every step, standard deviations, radians. */
  phaseNoise: v.optional(range(0, Math.PI), 0),
  splitterNoise: v.optional(range(0, Math.PI / 4), 0),
  /** Photodiodes and converters of the readout. */
  detection: v.optional(
    v.nullable(
      v.object({
        /** Optical power that a squared field of 1 stands for, milliwatts. */
        power: range(1e-9, 1000),
        /** Ampere per watt. */
        responsivity: range(0.01, 10),
        /** Gigahertz. */
        bandwidth: range(1e-6, 1000),
        shot: v.boolean(),
        thermal: v.nullable(
          v.object({
            /** Ohm. */
            load: range(0.1, 1e9),
            /** Kelvin. */
            temperature: range(0.001, 1000),
          }),
        ),
        /** Relative intensity noise, dB/Hz. */
        rin: v.nullable(range(-250, 0)),
        /** Bits of the converter, and the power of its largest number in milliwatts. */
        adc: v.nullable(v.object({ bits: count(1, 16), fullScale: range(1e-9, 1000) })),
      }),
    ),
    null,
  ),
  /** Component constants that differ from the platform's: see photonics/budget. */
  components: v.optional(v.record(v.picklist(COMPONENT_IDS), finite), {}),
});

export const experimentSchema = v.object({
  format: v.literal('photonic-experiment'),
  version: v.pipe(
    v.picklist([1, 2]),
    v.transform(() => 2 as const),
  ),
  name: v.pipe(v.string(), v.maxLength(120)),
  seed: count(0, 0xffffffff),
  task: taskSchema,
  /** Number of waveguides N of every mesh. */
  modes: count(LIMITS.modes.min, LIMITS.modes.max),
  encoder: encoderSchema,
  /** Coherent layers; none if and only if there is a convolution. */
  layers: v.pipe(v.array(layerSchema), v.maxLength(LIMITS.layers.max)),
  convolution: v.optional(v.nullable(convolutionSchema), null),
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
export type Method = Training['method'];
export type Convolution = NonNullable<Experiment['convolution']>;
export type Detection = NonNullable<Hardware['detection']>;
