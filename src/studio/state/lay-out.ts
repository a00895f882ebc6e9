import { layOutConvolution } from '../conv/conv-desk.client';
import type { Experiment } from '../../experiment/schema';
import type { NetworkPlanData } from '../../learning/compile-network';
import { compilePlan } from '../../learning/compile-plan';
import type { NetworkPlan } from '../../learning/plan';
import type { Result } from '../../lib/result';
import { awaiting } from './run-store';

/** The plan of an experiment: at once for layers, from a worker for a convolution. */
export function layOut(
  experiment: Experiment,
  data: NetworkPlanData,
): Result<NetworkPlan> | Promise<Result<NetworkPlan>> {
  return experiment.convolution === null
    ? compilePlan(experiment, data)
    : awaiting(layOutConvolution(experiment, data));
}
