/**
 * Share of a heater's phase that its heat makes in a waveguide `distance` micrometres away: a fit to thermal
 * simulation (SCATTER, Yin et al., ICCAD 2024), 1 in the heater itself.
 */
export function heatShare(distance: number): number {
  if (distance >= FAR) return FAR_AMPLITUDE * Math.exp(-FAR_DECAY * distance);
  let sum = 0;
  for (const coefficient of NEAR) sum = sum * distance + coefficient;
  return sum;
}

/** Micrometres from which the law is an exponential. */
const FAR = 23;
const FAR_AMPLITUDE = 0.2167267;
/** Per micrometre. */
const FAR_DECAY = 0.12747211;

/** The polynomial for shorter distances, highest power (the fifth) first. */
const NEAR = [3.55117528e-7, -1.55789201e-5, -8.29631681e-6, 9.89616761e-3, -0.176013871, 1] as const;

/** Shares below this are left out. */
export const LEAST_SHARE = 1e-6;

/** Micrometres beyond which heat is left out: about 96. */
export const HEAT_REACH = Math.log(FAR_AMPLITUDE / LEAST_SHARE) / FAR_DECAY;
