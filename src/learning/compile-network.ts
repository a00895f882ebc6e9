import type { Experiment } from '../experiment/schema';
import type { Result } from '../lib/result';
import { fail } from '../lib/result';
import type { PlanData } from './compile-plan';
import { compilePlan } from './compile-plan';
import { compileConvPlan } from './convolution/compile-conv-plan';
import type { ImageShape } from './convolution/plan';
import type { NetworkPlan } from './plan';

export interface NetworkPlanData extends PlanData {
  /** Of every sample; undefined for tables. */
  readonly image: ImageShape | undefined;
}

/** Compiles whichever network the experiment describes. Faults name the field that cannot be. */
export function compileNetwork(experiment: Experiment, data: NetworkPlanData): Result<NetworkPlan> {
  const { convolution } = experiment;
  if (convolution === null) return compilePlan(experiment, data);
  if (data.image === undefined) {
    return fail({
      code: 'plan/no-images',
      message: 'A convolutional network needs images, and this data set is a table.',
      fix: 'Choose a data set of images, or layers instead of the convolution.',
      where: 'task.dataset',
    });
  }
  return compileConvPlan(experiment, convolution, { ...data, image: data.image });
}
