import type { Convolution, Experiment } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { classesOf, imageShapeOf } from '../../state/dataset-names';
import { currentExperiment } from '../../state/experiment-store';
import { notify } from '../../state/notify';
import { edit } from '../use-edit';
import { stageSizes } from './stage-sizes';

/** Changes the convolution on screen; a stage that its image is too small for is refused like any other fault. */
export function editConvolution(
  change: (convolution: Convolution) => Convolution,
): Result<Experiment | undefined> {
  const experiment = currentExperiment();
  const { convolution } = experiment;
  if (convolution === null) return { ok: true, value: undefined };
  const changed = change(convolution);
  const classes = Math.max(2, classesOf(experiment).length);
  const sizes = stageSizes(changed, imageShapeOf(experiment.task.dataset), classes);
  return sizes.ok ? edit((current) => ({ ...current, convolution: changed })) : sizes;
}

/** The same for controls without a place for an error. */
export function editConvolutionOrTell(change: (convolution: Convolution) => Convolution): void {
  const result = editConvolution(change);
  if (!result.ok) notify('error', result.fault.message, { description: result.fault.fix });
}
