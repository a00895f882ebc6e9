import { STREAM, normal } from '../lib/rng';
import type { Plan, PlanDetection } from './plan';

/** Photodiodes that read one batch, or a part of a split. */
export interface Detected {
  readonly detection: PlanDetection;
  /** Seed of the noise, see `noiseKey`; undefined for a reading without noise. */
  readonly key: number | undefined;
  /** Position of the first lane in its batch or split. */
  readonly firstRow: number;
}

/** The readout of a plan's batch, or undefined for one that reads powers as they are. */
export function detectedOf(
  { detection }: Pick<Plan, 'detection'>,
  key: number | undefined,
  firstRow = 0,
): Detected | undefined {
  return detection && { detection, key, firstRow };
}

/**
 * Replaces the powers of one sample's class ports by their readings, as `PlanDetection` says, in place.
 * @returns dI'/dI
 */
export function detect({ detection, key, firstRow }: Detected, lane: number, power: Float64Array): number {
  const { shot, thermal, rin, adcLevels, fullScale } = detection;
  const row = firstRow + lane;
  let gain = 1;
  if (key !== undefined) {
    if (rin > 0) gain += rin * normal(key, STREAM.rin, row);
    const isNoisy = shot > 0 || thermal > 0;
    for (let c = 0; c < power.length; c++) {
      const light = power[c] ?? 0;
      const sigma = Math.sqrt(thermal ** 2 + shot ** 2 * light);
      const noise = isNoisy ? sigma * normal(key, STREAM.detection, row * power.length + c) : 0;
      power[c] = gain * light + noise;
    }
  }
  if (adcLevels > 0) {
    for (let c = 0; c < power.length; c++) {
      const level = Math.floor(((power[c] ?? 0) / fullScale) * adcLevels + 0.5);
      power[c] = (fullScale * Math.min(adcLevels, Math.max(0, level))) / adcLevels;
    }
  }
  return gain;
}
