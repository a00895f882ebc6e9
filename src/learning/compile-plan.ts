import type { Experiment, Layer } from '../experiment/schema';
import type { Fault } from '../lib/fault';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { STREAM, uniform } from '../lib/rng';
import { activationParametersPerMode } from '../photonics/nonlinearity/activation';
import { compileDetection } from './compile-detection';
import { compileEffects } from './compile-effects';
import { LinearCompiler } from './compile-linear';
import { STREAMS_PER_MESH } from './die';
import type { Plan, PlanLayer } from './plan';
import { compileRange } from './range';

/** What the data set adds to the experiment. */
export interface PlanData {
  readonly trainSamples: number;
  readonly classes: number;
}

/**
 * Compiles an experiment of coherent layers to a plan: topologies, parameter layout, initial phases (fully open
 * attenuators), the die's flaws and losses, and what noise there is. Faults name the field that cannot be.
 */
export function compilePlan(experiment: Experiment, data: PlanData): Result<Plan> {
  const { modes, training, hardware, seed } = experiment;
  if (data.classes > modes) return fail(tooManyClasses(data.classes, modes));
  if (data.trainSamples < 1) return fail(noSamples());
  const compiler = new LinearCompiler(experiment);
  const layers: PlanLayer[] = [];
  for (const [index, layer] of experiment.layers.entries()) {
    const compiled = addLayer(layer, modes, seed, compiler);
    if (!compiled.ok) return fail({ ...compiled.fault, where: `layers.${index}.mesh` });
    layers.push(compiled.value);
  }
  const parts = compiler.finish(training.frozen);
  const effects = compileEffects(hardware, layers, parts.roles);
  if (!effects.ok) return effects;
  return ok({
    kind: 'coherent',
    modes,
    classes: data.classes,
    layers,
    readout: experiment.readout,
    detection: compileDetection(hardware.detection),
    optimiser: { ...training.optimiser, learningRate: training.learningRate, schedule: training.schedule },
    method: training.method,
    batchSize: training.batchSize,
    seed,
    totalSteps: Math.max(1, Math.round((training.epochs * data.trainSamples) / training.batchSize)),
    ...parts,
    range: compileRange(training.range, layers, parts.parameterCount),
    effects: effects.value,
  });
}

function addLayer(layer: Layer, modes: number, seed: number, compiler: LinearCompiler): Result<PlanLayer> {
  const linear = compiler.add(layer, modes);
  if (!linear.ok) return linear;
  let nonlinearityOffset: number | undefined;
  if (activationParametersPerMode(layer.nonlinearity.kind) > 0) {
    nonlinearityOffset = compiler.push(new Float64Array(modes).fill(INITIAL_TAP));
    const stream = STREAM.phases + STREAMS_PER_MESH * (1000 + nonlinearityOffset);
    compiler.push(
      Float64Array.from(
        { length: modes },
        (_, k) => INITIAL_DETUNING_SPREAD * (2 * uniform(seed, stream, k) - 1),
      ),
    );
  }
  return ok({ ...linear.value, nonlinearity: layer.nonlinearity, nonlinearityOffset });
}

/** Tap angle of a fresh NOFU: beta = sin²(0.65) ≈ 0.37 of the power to its photodiode. */
const INITIAL_TAP = 1.3;

/** Fresh ring detunings are uniform in ± this, radians: near resonance, where the response is steep. */
const INITIAL_DETUNING_SPREAD = 1;

function tooManyClasses(classes: number, modes: number): Fault {
  return {
    code: 'plan/too-many-classes',
    message: `The task has ${classes} classes, but the chip only has ${modes} output ports to tell them apart.`,
    fix: `Use at least ${classes} modes, or choose fewer classes.`,
    where: 'modes',
  };
}

function noSamples(): Fault {
  return {
    code: 'plan/no-samples',
    message: 'The data set has no training samples.',
    fix: 'Choose another data set or drop a file with samples in it.',
    where: 'task.dataset',
  };
}
