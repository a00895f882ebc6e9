import type { Experiment } from '../../experiment/schema';
import { tileMap, tileTotals } from '../../learning/convolution/tile-map';
import type { NetworkPlan } from '../../learning/plan';
import { componentsOf } from '../../photonics/budget/components';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import { heatOf } from '../budget/network-budget';
import { chip } from './chip';
import { trainingLog } from './training-log';

/** Adding up the phases of a large network takes long: at most this share of the page's time goes into it. */
const SHARE = 0.01;

let notBefore = 0;

/** Remembers what the phases after a step hold together, unless that was done a moment ago. */
export function noteHeat(parameters: Float64Array, step: number): void {
  const { network } = chip;
  const start = performance.now();
  if (network?.parameterCount !== parameters.length || start < notBefore) return;
  const heat = heatOf(network, parameters);
  notBefore = start + (performance.now() - start) / SHARE;
  trainingLog.heated(step, heat);
}

/**
 * Milliwatts per radian that all phases of a network hold together, on the experiment's platform. A convolution's chip
 * has so many of its tiles at a time.
 */
export function milliwattsPerRadian(
  { hardware }: Pick<Experiment, 'hardware'>,
  network: NetworkPlan,
  tilesOnChip: number,
): number {
  const { heaterPower } = componentsOf(HARDWARE_PROFILES[hardware.preset], hardware.components);
  const share = network.kind === 'convolutional' ? tilesOnChip / tileTotals(tileMap(network), 1).tiles : 1;
  return (share * heaterPower.value) / Math.PI;
}
