import type { Response } from './response';
import { setResponse } from './response';

/** Newton steps: quadratic and monotone from the left, 12 reach f64 precision over the allowed range. */
const NEWTON_STEPS = 12;

/**
 * Saturable absorber (Selden, Br. J. Appl. Phys. 18, 743 (1967); used for optical networks by Shen et al.,
 * Nature Photonics 11, 441 (2017)): the transmission T of power u solves
 *
 *     sigmaTau·u = ½·ln(T / t0) / (1 − T),   h(u) = √T
 *
 * @param sigmaTau inverse saturation power
 * @param t0 small-signal power transmission, 0…1
 */
export function saturableAbsorber(u: number, sigmaTau: number, t0: number, out: Response): void {
  const x = sigmaTau * u;
  const transmission = saturatedTransmission(x, t0);
  const slope = (1 - transmission) / (0.5 / transmission + x);
  const h = Math.sqrt(transmission);
  setResponse(out, h, 0, (0.5 * slope * sigmaTau) / h, 0);
}

/** T(x) with x = sigmaTau·u: the root of ½ ln(T/t0) − x(1 − T), increasing and concave in T. */
function saturatedTransmission(x: number, t0: number): number {
  let transmission = t0;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const value = 0.5 * Math.log(transmission / t0) - x * (1 - transmission);
    transmission -= value / (0.5 / transmission + x);
  }
  return transmission;
}
