import { emptyResponse } from '../../photonics/nonlinearity/response';
import { saturableAbsorber } from '../../photonics/nonlinearity/saturable-absorber';
import type { ConvActivation } from './plan';

/**
 * The absorber between optical stages: passes a tenth of weak light and saturates where the signals, of unit
 * variance, have most of their power. Our choice within the range that Selden's model covers.
 */
export const SATURABLE = {
  kind: 'saturable-absorber',
  sigmaTau: 1,
  t0: 0.1,
} as const satisfies ConvActivation;

/** Value and slope of an activation at one signed field. */
export interface ActivationValue {
  value: number;
  slope: number;
}

const absorber = emptyResponse();

/**
 * f(x) and f'(x) into `out`.
 *
 *     relu                max(0, x)          slope 0 at 0
 *     softplus            ln(1 + e^x)
 *     power               x²
 *     saturable-absorber  x·h(x²)            h of photonics/nonlinearity/saturable-absorber.ts
 */
export function activateReal(activation: ConvActivation, x: number, out: ActivationValue): void {
  switch (activation.kind) {
    case 'relu':
      out.value = x > 0 ? x : 0;
      out.slope = x > 0 ? 1 : 0;
      return;
    case 'softplus':
      // The same on both sides of 0 without overflow.
      out.value = Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
      out.slope = 1 / (1 + Math.exp(-x));
      return;
    case 'power':
      out.value = x * x;
      out.slope = 2 * x;
      return;
    case 'saturable-absorber': {
      const u = x * x;
      saturableAbsorber(u, activation.sigmaTau, activation.t0, absorber);
      out.value = x * absorber.hRe;
      out.slope = absorber.hRe + 2 * u * absorber.dRe;
    }
  }
}
