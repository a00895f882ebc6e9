import type { EncodedData, EncodedSplit } from '../data/fields';
import type { Plan, PlanLayer } from '../learning/plan';
import { ROLE } from '../learning/plan';
import { normal, uniform } from '../lib/rng';
import type { Mesh } from '../photonics/mesh';
import { mziCount, rectangularMesh } from '../photonics/mesh';

/**
 * The size of a real task (64 modes, batch 512), not a tiny one: on tiny networks every backend is fast
 * enough and a graphics device only shows its latency; choosing by them would cost minutes on real ones.
 */
const MODES = 64;
const CLASSES = 10;
const LAYERS = 2;
const BATCH = 512;
const SAMPLES = 512;
const SEED = 1;

/** Streams of the one seed; this network shares none with a run. */
const STREAM_PHASES = 1;
const STREAM_FIELDS = 2;

/** The fixed network of the start-up calibration: two meshes with an electro-optic activation, Adam. */
export function calibrationPlan(): Plan {
  const topology = rectangularMesh(MODES);
  const perMesh = 2 * mziCount(topology) + MODES;
  const parameterCount = LAYERS * perMesh;
  return {
    kind: 'coherent',
    modes: MODES,
    classes: CLASSES,
    layers: Array.from({ length: LAYERS }, (_, index) => layer(topology, index * perMesh)),
    readout: { normalise: true, scale: 10, loss: 'cross-entropy' },
    optimiser: {
      kind: 'adam',
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      learningRate: 1e-3,
      schedule: 'constant',
    },
    batchSize: BATCH,
    seed: SEED,
    totalSteps: 0x7fffffff,
    parameterCount,
    roles: new Uint8Array(parameterCount).fill(ROLE.trainable | ROLE.phase),
    range: undefined,
    effects: undefined,
    detection: undefined,
    method: { kind: 'backprop', model: 'chip' },
    initial: Float64Array.from(
      { length: parameterCount },
      (_, k) => 2 * Math.PI * uniform(SEED, STREAM_PHASES, k),
    ),
  };
}

function layer(topology: Mesh, offset: number): PlanLayer {
  const mzis = mziCount(topology);
  return {
    gain: 1,
    before: undefined,
    attenuatorOffset: undefined,
    mesh: {
      topology,
      thetaOffset: offset,
      phiOffset: offset + mzis,
      gammaOffset: offset + 2 * mzis,
      flaws: undefined,
      losses: undefined,
      drive: 'single',
    },
    nonlinearity: { kind: 'electro-optic', alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI },
    nonlinearityOffset: undefined,
  };
}

export function calibrationData(): EncodedData {
  const train = split(SAMPLES);
  return {
    kind: 'fields',
    modes: MODES,
    classNames: Array.from({ length: CLASSES }, (_, k) => String(k)),
    train,
    test: train,
  };
}

function split(count: number): EncodedSplit {
  const draw = (part: number): Float32Array =>
    Float32Array.from(
      { length: count * MODES },
      (_, k) => normal(SEED, STREAM_FIELDS, 2 * k + part) / Math.sqrt(MODES),
    );
  return {
    count,
    modes: MODES,
    re: draw(0),
    im: draw(1),
    labels: Uint8Array.from({ length: count }, (_, k) => k % CLASSES),
  };
}
