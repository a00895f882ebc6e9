import { columnLengthOf } from '../experiment/run-part';
import type { Hardware } from '../experiment/schema';
import type { PathLoss } from '../photonics/imperfections/path-loss';

const MILLIMETRES_PER_CENTIMETRE = 10;

/** What an experiment's chip loses, per part of the way. */
export function pathLossOf(hardware: Hardware): PathLoss {
  return {
    insertion: hardware.insertionLoss,
    column: (hardware.propagationLoss * columnLengthOf(hardware)) / MILLIMETRES_PER_CENTIMETRE,
    crossing: hardware.crossingLoss,
  };
}
