import { currentExperiment } from '../state/experiment-store';
import { blockCount } from './change-network';
import { useNetwork } from './network-store';

/** The chosen layer or stage, if it is still there. */
export function chosenBlock(): number | undefined {
  const { chosen } = useNetwork.getState();
  if (chosen?.kind !== 'block' || chosen.index >= blockCount(currentExperiment())) return undefined;
  return chosen.index;
}
