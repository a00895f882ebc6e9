import type { Detection } from '../experiment/schema';
import { BOLTZMANN, ELEMENTARY_CHARGE } from '../photonics/physical-constants';
import { DARK } from './dark';
import type { PlanDetection } from './plan';

const WATTS_PER_MILLIWATT = 1e-3;
const HERTZ_PER_GIGAHERTZ = 1e9;

/**
 * Noise in units of the squared field, which stands for a photocurrent of i₁ = responsivity · power each:
 *
 *     shot    σ_i² = 2q·i·B          → shot² = 2qB / i₁ per unit of power
 *     thermal σ_i² = 4kT·B / load    → thermal = σ_i / i₁
 *     rin     σ_i² = i²·B·10^(dB/10) → rin = √(B·10^(dB/10)), common to all ports of a sample
 *
 * (Agrawal, Fiber-Optic Communication Systems, ch. 4).
 */
export function compileDetection(detection: Detection | null): PlanDetection | undefined {
  if (detection === null) return undefined;
  const { power, responsivity, bandwidth, adc } = detection;
  const current = responsivity * power * WATTS_PER_MILLIWATT;
  const hertz = bandwidth * HERTZ_PER_GIGAHERTZ;
  const shot = detection.shot ? Math.sqrt((2 * ELEMENTARY_CHARGE * hertz) / current) : 0;
  const thermal = detection.thermal
    ? Math.sqrt((4 * BOLTZMANN * detection.thermal.temperature * hertz) / detection.thermal.load) / current
    : 0;
  const rin = detection.rin === null ? 0 : Math.sqrt(hertz * 10 ** (detection.rin / 10));
  return {
    shot,
    thermal,
    rin,
    adcLevels: adc ? 2 ** adc.bits - 1 : 0,
    fullScale: adc ? adc.fullScale / power : 1,
    // The power whose noise is as large as itself.
    dark: Math.max(DARK, thermal + shot ** 2),
  };
}
