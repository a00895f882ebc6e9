import { BOLTZMANN, ELEMENTARY_CHARGE } from '../physical-constants';
import type { Components } from './components';

/** Load and temperature of the receiver: a 50 Ω line at room temperature. */
const LOAD = 50;
const TEMPERATURE = 300;

/** What a detector gets of the light, and how well it can tell it from its noise. */
export interface Detector {
  /** Mean optical power of one detector, milliwatts. */
  readonly power: number;
  /** Photocurrent, milliampere. */
  readonly current: number;
  /** Electrical signal-to-noise ratio, dB: I²/(2qIB + 4kTB/R). */
  readonly snr: number;
  /** (SNR − 1.76 dB)/6.02 dB, not below 0 (IEEE Std 1241). */
  readonly effectiveBits: number;
  /** Whether the power reaches the photodiode's sensitivity. */
  readonly isEnough: boolean;
}

/** @param power optical power at one detector, milliwatts */
export function detector(parts: Components, power: number): Detector {
  const current = parts.photodiodeResponsivity.value * power;
  const bandwidth = parts.modulatorRate.value * 1e9;
  const amperes = current / 1000;
  const noise =
    2 * ELEMENTARY_CHARGE * amperes * bandwidth + (4 * BOLTZMANN * TEMPERATURE * bandwidth) / LOAD;
  const snr = 10 * Math.log10((amperes * amperes) / noise);
  return {
    power,
    current,
    snr,
    effectiveBits: Math.max(0, (snr - 1.76) / 6.02),
    isEnough: 10 * Math.log10(power) >= parts.photodiodeSensitivity.value,
  };
}
