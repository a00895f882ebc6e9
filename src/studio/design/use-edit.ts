import type { Experiment } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import { currentExperiment, editExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';

/** Edits the experiment on screen; what is refused is returned, to be shown beside its field. */
export function edit(change: (experiment: Experiment) => Experiment): Result<Experiment> {
  return editExperiment(change(currentExperiment()));
}

/** The same for controls without a place for an error, e.g. a select. */
export function editOrTell(change: (experiment: Experiment) => Experiment): void {
  const result = edit(change);
  if (!result.ok) notify('error', result.fault.message, { description: result.fault.fix });
}
