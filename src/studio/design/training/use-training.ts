import type { Training } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { useExperiment } from '../../state/experiment-store';
import { edit } from '../use-edit';

/** How the experiment trains and how to change a part of it. */
export function useTraining(): readonly [Training, (change: Partial<Training>) => Result<unknown>] {
  return [useExperiment((state) => state.experiment.training), setTraining];
}

function setTraining(change: Partial<Training>): Result<unknown> {
  return edit((current) => ({ ...current, training: { ...current.training, ...change } }));
}
