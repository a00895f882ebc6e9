import type { Experiment } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import { currentExperiment, editExperiment } from './experiment-store';

/** Lets training leave single parameters alone, or move them again; positions in the network's flat vector. */
export function setFrozen(offsets: readonly number[], isFrozen: boolean): Result<Experiment> {
  const experiment = currentExperiment();
  const others = experiment.training.frozen.filter((offset) => !offsets.includes(offset));
  const frozen = isFrozen ? [...others, ...offsets].sort((a, b) => a - b) : others;
  return editExperiment({ ...experiment, training: { ...experiment.training, frozen } });
}
