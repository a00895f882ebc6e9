import { classNamesOf } from '../data/class-names';
import type { Experiment } from '../experiment/schema';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { compileNetwork } from '../learning/compile-network';
import { sizeOf } from '../learning/convolution/stage-shapes';
import type { NetworkPlan } from '../learning/plan';
import { matchParameters } from '../library/formats/match-parameters';
import { parameterGroups } from '../library/formats/parameter-groups';
import type { ModelArchive } from '../library/models/model-archive';
import { programFault } from './program-fault';

/** A model as it answers. */
export interface PreparedModel {
  readonly plan: NetworkPlan;
  readonly parameters: Float64Array;
  readonly classes: readonly string[];
  /** Numbers of one sample: modes, or pixels of all channels. */
  readonly width: number;
  /** Step it was trained to, which drift depends on. */
  readonly step: number;
}

/**
 * Lays out the network of an archive at its trained parameters. Faults: `program/untrained`, `program/unknown-classes`,
 * and those of the plan and of parameters that do not fit it.
 */
export function prepareModel(
  { experiment, tensors, manifest }: Pick<ModelArchive, 'experiment' | 'tensors' | 'manifest'>,
  name: string,
): Result<PreparedModel> {
  if (tensors === undefined) return fail(programFault('untrained', { where: name }).fault);
  const classes = classesOf(experiment);
  if (classes.length === 0) return fail(programFault('unknown-classes', { where: name }).fault);
  const plan = layOutModel(experiment, classes.length);
  if (!plan.ok) return plan;
  const network = plan.value;
  const matched = matchParameters(parameterGroups(network), tensors, network.initial, name);
  if (!matched.ok) return matched;
  const { parameters } = matched.value;
  return ok({ plan: network, parameters, classes, width: widthOf(network), step: manifest.step });
}

/** Numbers of one sample: one per mode, or per pixel and channel. */
export function widthOf(plan: NetworkPlan): number {
  return plan.kind === 'coherent' ? plan.modes : sizeOf(plan.input);
}

/** A network as it answers: how long it was to be trained does not matter. */
export function layOutModel(experiment: Experiment, classes: number): Result<NetworkPlan> {
  return compileNetwork(experiment, { classes, trainSamples: 1, image: imageOf(experiment) });
}

function classesOf({ task }: Experiment): readonly string[] {
  return task.classes.length > 0 ? task.classes : (classNamesOf(task.dataset, task.source) ?? []);
}

/** Shape of the data set's images; tables have no use for it. */
function imageOf({ task }: Experiment) {
  return task.dataset === 'cifar10'
    ? { channels: 3, height: 32, width: 32 }
    : { channels: 1, height: 28, width: 28 };
}
