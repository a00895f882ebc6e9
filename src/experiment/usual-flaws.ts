import type { Detection, Hardware } from './schema';
import { HARDWARE_PROFILES } from '../photonics/hardware';

/** Sizes a flaw has when it is first switched on. */
export interface UsualFlaws {
  readonly splitterError: number;
  readonly phaseError: number;
  readonly insertionLoss: number;
}

/** Splitters of silicon chips are off by 0.01 to 0.03 rad (Bandyopadhyay et al., Optica 8, 1247 (2021)). */
const SPLITTER = 0.02;
/** One part in 600 of a turn, as left by a careful calibration. */
const PHASE = 0.01;
/** An interferometer loses 0.1 to 1 dB (see the sources of photonics/budget). */
const INSERTION = 0.2;

/** The platform's own, where it has any. */
export function usualFlaws(preset: Hardware['preset']): UsualFlaws {
  const { splitterError, phaseError, insertionLoss } = HARDWARE_PROFILES[preset].usualFlaws;
  return {
    splitterError: splitterError || SPLITTER,
    phaseError: phaseError || PHASE,
    insertionLoss: insertionLoss || INSERTION,
  };
}

/** SCATTER's component table (Yin et al., ICCAD 2024): dB per crossing. */
export const USUAL_CROSSING_LOSS = 0.23;
/** Silicon strip waveguides lose 1 to 3 dB/cm. */
export const USUAL_PROPAGATION_LOSS = 2;
/** Radians per √(1000 steps): a visible walk within a short training. */
export const USUAL_DRIFT = 0.02;
/** Fang et al., Optics Express 27, 14009 (2019) compare noise from 0.005 to 0.02 rad. */
export const USUAL_NOISE = 0.01;

/** Eight bits, as the converters of SCATTER's component table. */
export const USUAL_QUANTISATION = { of: 'phase', bits: 8 } as const satisfies Hardware['quantisation'];

/** Distances of SCATTER's layout (Yin et al., ICCAD 2024), micrometres. */
export const USUAL_CROSSTALK = {
  strength: 1,
  columnPitch: 24,
  rowPitch: 120,
  armPitch: 10,
} as const satisfies Hardware['crosstalk'];

/** A milliwatt on a germanium diode of 1.1 A/W (SCATTER's component table) at 10 GHz into 50 Ω at room temperature. */
export const USUAL_DETECTION = {
  power: 1,
  responsivity: 1.1,
  bandwidth: 10,
  shot: true,
  thermal: { load: 50, temperature: 300 },
  rin: null,
  adc: null,
} as const satisfies Detection;

export const USUAL_THERMAL = USUAL_DETECTION.thermal;
/** A good distributed-feedback laser, dB/Hz. */
export const USUAL_RIN = -150;
export const USUAL_ADC = { bits: 8, fullScale: 1 } as const satisfies Detection['adc'];
