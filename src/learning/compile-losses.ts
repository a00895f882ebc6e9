import type { Hardware } from '../experiment/schema';
import { componentsOf } from '../photonics/budget/components';
import { HARDWARE_PROFILES } from '../photonics/hardware';
import type { PathLoss } from '../photonics/imperfections/path-loss';

const MILLIMETRES_PER_CENTIMETRE = 10;

/** What an experiment's chip loses, per part of the way. */
export function pathLossOf(hardware: Hardware): PathLoss {
  const { columnLength } = componentsOf(HARDWARE_PROFILES[hardware.preset], hardware.components);
  return {
    insertion: hardware.insertionLoss,
    column: (hardware.propagationLoss * columnLength.value) / MILLIMETRES_PER_CENTIMETRE,
    crossing: hardware.crossingLoss,
  };
}
