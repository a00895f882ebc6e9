import type { openDataset } from '../data/dataset';
import type { NetworkData } from '../data/fields';
import type { FittedData } from '../data/network-data';
import { networkData } from '../data/network-data';
import type { OwnPart } from '../data/own-files';
import type { Dataset, LoadProgress } from '../data/samples';
import type { Experiment } from '../experiment/schema';
import { compilePlan } from '../learning/compile-plan';
import type { NetworkPlan } from '../learning/plan';
import type { Fault } from '../lib/fault';
import { PhotonicError } from '../lib/fault';

export interface NetworkSource {
  readonly openDataset: typeof openDataset;
  /** What the user dropped. */
  readonly files: () => readonly OwnPart[];
  /** Whether data sets may be fetched from other servers. */
  readonly mirrors: () => boolean;
}

/** An experiment with everything it needs but a backend. */
export interface OpenedNetwork {
  readonly dataset: Dataset;
  readonly data: NetworkData;
  readonly fitted: FittedData;
  readonly plan: NetworkPlan;
}

/**
 * Loads and encodes an experiment's data set and compiles its plan.
 * @throws PhotonicError of whatever stopped it, and the signal's reason
 */
export async function openNetwork(
  experiment: Experiment,
  source: NetworkSource,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: LoadProgress) => void;
    readonly onNotice: (fault: Fault) => void;
  },
): Promise<OpenedNetwork> {
  options.signal.throwIfAborted();
  const given = { ...options, files: source.files(), mirrors: source.mirrors() };
  const dataset = await source.openDataset(experiment.task, experiment.seed, given);
  const { data, fitted } = await networkData(dataset, experiment.encoder, experiment.modes, options);
  return { dataset, data, fitted, plan: await compile(experiment, data) };
}

/** What lays out convolutions is fetched with the first of them. */
async function compile(experiment: Experiment, data: NetworkData): Promise<NetworkPlan> {
  if (experiment.convolution !== null) return (await import('./plan-of')).planOf(experiment, data);
  const plan = compilePlan(experiment, { trainSamples: data.train.count, classes: data.classNames.length });
  if (!plan.ok) throw new PhotonicError(plan.fault);
  return plan.value;
}
