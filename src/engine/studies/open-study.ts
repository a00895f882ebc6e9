import type { NetworkData } from '../../data/fields';
import type { Experiment } from '../../experiment/schema';
import type { NetworkPlan } from '../../learning/plan';
import type { Session } from '../backend';
import { engineError } from '../engine-fault';
import type { OpenedNetwork } from '../open-network';
import { openNetwork } from '../open-network';
import { allFinite } from '../snapshot';
import type { OpenStudyParts, Report } from './study-parts';

/** A study's network; loading shows as text before the first progress. */
export function openStudy(
  experiment: Experiment,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<OpenedNetwork> {
  return openNetwork(experiment, parts, {
    signal,
    onProgress: ({ stage }) => {
      const text = stage === 'encode' ? 'Encoding samples' : 'Loading the data set';
      report({ done: 0, text, partial: undefined });
    },
    // A study stands or falls with its data; what was survived on the way was told by the run that trained.
    onNotice: () => undefined,
  });
}

/**
 * A trained chip to be measured: a session at these parameters that holds nothing but the test split's first samples.
 * Its phases were set just now, so they have not drifted.
 * @throws PhotonicError `engine/bad-parameters`, and what the backend throws
 */
export function openChip(
  { backend }: OpenStudyParts,
  plan: NetworkPlan,
  data: NetworkData,
  parameters: Float64Array,
  samples: number,
): Promise<Session> {
  if (parameters.length !== plan.parameterCount || !allFinite(parameters)) {
    throw engineError(
      'bad-parameters',
      `The trained phases do not fit this experiment: ${plan.parameterCount} finite numbers were expected.`,
      'Train the experiment as it is now, then start the study again.',
      undefined,
      'parameters',
    );
  }
  const none = new Float64Array(plan.parameterCount);
  const state = { step: 0, parameters, momentum: none, variance: none };
  return backend.prepare(justSet(plan), testOnly(data, samples), state);
}

/** A plan on the day its phases were set. */
function justSet<P extends NetworkPlan>(plan: P): P {
  return plan.effects === undefined ? plan : { ...plan, effects: { ...plan.effects, drift: undefined } };
}

/** The first test samples, and as few training samples as sessions accept. */
function testOnly(data: NetworkData, samples: number): NetworkData {
  if (data.kind === 'images') {
    const size = data.width * data.height * data.channels;
    const first = (split: typeof data.test, wanted: number): typeof data.test => {
      const count = Math.min(wanted, split.count);
      return {
        count,
        pixels: split.pixels.subarray(0, count * size),
        labels: split.labels.subarray(0, count),
      };
    };
    return { ...data, train: first(data.train, 1), test: first(data.test, samples) };
  }
  const first = (split: typeof data.test, wanted: number): typeof data.test => {
    const count = Math.min(wanted, split.count);
    const [re, im] = [split.re, split.im].map((plane) => plane.subarray(0, count * split.modes));
    return {
      ...split,
      count,
      re: re ?? split.re,
      im: im ?? split.im,
      labels: split.labels.subarray(0, count),
    };
  };
  return { ...data, train: first(data.train, 1), test: first(data.test, samples) };
}
