import { chip } from './chip';

/** Backends round a seed's phases to f32: what differs by less is still the seed's, radians. */
const ROUNDING = 1e-5;

/** Whether the phases on screen are more than a seed's: trained, set by hand, or brought by a link. */
export function hasOwnPhases(): boolean {
  const { network, parameters } = chip;
  if (network === undefined || parameters === network.initial) return false;
  return parameters.some((value, k) => Math.abs(value - (network.initial[k] ?? 0)) > ROUNDING);
}
