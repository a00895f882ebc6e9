import type { NetworkData } from '../data/fields';
import type { Experiment } from '../experiment/schema';
import { compileNetwork } from '../learning/compile-network';
import type { NetworkPlan } from '../learning/plan';
import { PhotonicError } from '../lib/fault';

/**
 * The plan of either kind of network on its data.
 * @throws PhotonicError with the plan's fault
 */
export function planOf(experiment: Experiment, data: NetworkData): NetworkPlan {
  const plan = compileNetwork(experiment, {
    trainSamples: data.train.count,
    classes: data.classNames.length,
    image: data.kind === 'images' ? data : undefined,
  });
  if (!plan.ok) throw new PhotonicError(plan.fault);
  return plan.value;
}
