import type { Experiment, Layer } from '../experiment/schema';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { STREAM, normal, uniform } from '../lib/rng';
import { haarPhases } from '../photonics/haar';
import type { Mesh } from '../photonics/mesh';
import { mziCount, rectangularMesh } from '../photonics/mesh';
import { activationParametersPerMode } from '../photonics/nonlinearity/activation';
import type { MeshFlaws } from '../photonics/propagate';
import type { Plan, PlanLayer, PlanMesh } from './plan';

/** What the data set adds to the experiment. */
export interface PlanData {
  readonly trainSamples: number;
  readonly classes: number;
}

/** Random streams per mesh, so that no two meshes share numbers. */
const STREAMS_PER_MESH = 16;

/**
 * Compiles an experiment to a plan: topologies, parameter layout, initial phases (Haar-random meshes,
 * fully open attenuators) and the die's flaws.
 */
export function compilePlan(experiment: Experiment, data: PlanData): Result<Plan> {
  const { modes, training, seed } = experiment;
  if (data.classes > modes) return fail(tooManyClasses(data.classes, modes));
  if (data.trainSamples < 1) return fail(noSamples());
  const topology = rectangularMesh(modes);
  const initial: number[] = [];
  let meshIndex = 0;
  const addMesh = (): PlanMesh => addMeshParameters(topology, experiment, meshIndex++, initial);
  const layers = experiment.layers.map((layer) => addLayer(layer, modes, seed, addMesh, initial));
  return ok({
    modes,
    classes: data.classes,
    layers,
    readout: experiment.readout,
    optimiser: { ...training.optimiser, learningRate: training.learningRate, schedule: training.schedule },
    batchSize: training.batchSize,
    seed,
    totalSteps: Math.max(1, Math.round((training.epochs * data.trainSamples) / training.batchSize)),
    parameterCount: initial.length,
    initial: Float64Array.from(initial),
  });
}

function addLayer(
  layer: Layer,
  modes: number,
  seed: number,
  addMesh: () => PlanMesh,
  initial: number[],
): PlanLayer {
  const before = layer.form === 'usv' ? addMesh() : undefined;
  let attenuatorOffset: number | undefined;
  if (layer.form !== 'u') {
    attenuatorOffset = initial.length;
    for (let k = 0; k < modes; k++) initial.push(OPEN_ATTENUATOR);
  }
  const mesh = addMesh();
  let nonlinearityOffset: number | undefined;
  if (activationParametersPerMode(layer.nonlinearity.kind) > 0) {
    nonlinearityOffset = initial.length;
    for (let k = 0; k < modes; k++) initial.push(INITIAL_TAP);
    const stream = STREAM.phases + STREAMS_PER_MESH * (1000 + nonlinearityOffset);
    for (let k = 0; k < modes; k++)
      initial.push(INITIAL_DETUNING_SPREAD * (2 * uniform(seed, stream, k) - 1));
  }
  return {
    gain: layer.gain,
    before,
    attenuatorOffset,
    mesh,
    nonlinearity: layer.nonlinearity,
    nonlinearityOffset,
  };
}

/** alpha = 2 rad passes 71 % of the power: open, but where its derivative is not zero. */
const OPEN_ATTENUATOR = 2;

/** Tap angle of a fresh NOFU: beta = sin²(0.65) ≈ 0.37 of the power to its photodiode. */
const INITIAL_TAP = 1.3;

/** Fresh ring detunings are uniform in ± this, radians: near resonance, where the response is steep. */
const INITIAL_DETUNING_SPREAD = 1;

function addMeshParameters(
  topology: Mesh,
  experiment: Experiment,
  index: number,
  initial: number[],
): PlanMesh {
  const { hardware, seed } = experiment;
  const phases = haarPhases(topology, seed, STREAM.phases + STREAMS_PER_MESH * index);
  const thetaOffset = initial.length;
  for (const theta of phases.theta) initial.push(theta);
  const phiOffset = initial.length;
  for (const phi of phases.phi) initial.push(phi);
  const gammaOffset = initial.length;
  for (const gamma of phases.gamma) initial.push(gamma);
  const flawed = hardware.splitterError > 0 || hardware.phaseError > 0;
  return {
    topology,
    thetaOffset,
    phiOffset,
    gammaOffset,
    flaws: flawed ? drawFlaws(mziCount(topology), hardware, index) : undefined,
    transmission: 10 ** (-hardware.insertionLoss / 20),
  };
}

/** Flaws of one mesh of a die: independent normal errors, a pure function of die, mesh and device. */
function drawFlaws(count: number, hardware: Experiment['hardware'], meshIndex: number): MeshFlaws {
  const draw = (stream: number, part: number, sigma: number): Float64Array =>
    Float64Array.from(
      { length: count },
      (_, k) => sigma * normal(hardware.die, stream + STREAMS_PER_MESH * meshIndex, 2 * k + part),
    );
  return {
    a: draw(STREAM.splitterError, 0, hardware.splitterError),
    b: draw(STREAM.splitterError, 1, hardware.splitterError),
    theta: draw(STREAM.phaseError, 0, hardware.phaseError),
    phi: draw(STREAM.phaseError, 1, hardware.phaseError),
  };
}

function tooManyClasses(classes: number, modes: number) {
  return {
    code: 'plan/too-many-classes',
    message: `The task has ${classes} classes, but the chip only has ${modes} output ports to tell them apart.`,
    fix: `Use at least ${classes} modes, or choose fewer classes.`,
    where: 'modes',
  };
}

function noSamples() {
  return {
    code: 'plan/no-samples',
    message: 'The data set has no training samples.',
    fix: 'Choose another data set or drop a file with samples in it.',
    where: 'task.dataset',
  };
}
