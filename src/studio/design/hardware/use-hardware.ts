import type { Hardware } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { useExperiment } from '../../state/experiment-store';
import { edit } from '../use-edit';

/** The experiment's hardware and how to change a part of it. */
export function useHardware(): readonly [Hardware, (change: Partial<Hardware>) => Result<unknown>] {
  return [useExperiment((state) => state.experiment.hardware), setHardware];
}

function setHardware(change: Partial<Hardware>): Result<unknown> {
  return edit((current) => ({ ...current, hardware: { ...current.hardware, ...change } }));
}
