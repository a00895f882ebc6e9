import { askDesk } from '../desk/desk.client';
import type { Experiment } from '../../experiment/schema';
import type { NetworkPlanData } from '../../learning/compile-network';
import { compilePlan } from '../../learning/compile-plan';
import type { NetworkPlan } from '../../learning/plan';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import { awaiting } from './run-store';

/** The plan of an experiment: at once for layers, from a worker for a convolution. */
export function layOut(
  experiment: Experiment,
  data: NetworkPlanData,
): Result<NetworkPlan> | Promise<Result<NetworkPlan>> {
  if (experiment.convolution === null) return compilePlan(experiment, data);
  return awaiting(layOutAtDesk(experiment, data));
}

async function layOutAtDesk(experiment: Experiment, data: NetworkPlanData): Promise<Result<NetworkPlan>> {
  try {
    return await askDesk(async (desk): Promise<Result<NetworkPlan>> => desk.layOut(experiment, data));
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}
