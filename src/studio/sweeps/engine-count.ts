import type { StoredSweep } from '../../library/store/sweep-record';
import { poolSize } from '../../settings/engine-limits';
import { LEVELS } from '../../settings/levels';
import { useConfiguration } from '../configuration/configuration-store';
import { usePreferences } from '../state/preferences';

/** Each engine keeps a data set of its own in memory; an installation may set more. */
const OFFERED_ENGINES = 4;

/** As set, else all cores but the one that the page and the run on screen need. */
export function usualEngines(): number {
  const { settings } = useConfiguration.getState();
  return poolSize(usePreferences.getState().level, settings, navigator.hardwareConcurrency || 2);
}

/** As many as can be chosen by hand. */
export function mostEngines(): number {
  const { most } = LEVELS[usePreferences.getState().level].pool;
  return Math.min(most, Math.max(OFFERED_ENGINES, usualEngines()));
}

export function chosenEngines(): number {
  return Math.min(mostEngines(), usePreferences.getState().sweepEngines ?? usualEngines());
}

/**
 * Engines that a sweep makes use of: a convolution takes every core for one training, and a graphics device is only
 * there once.
 */
export function enginesFor({ base, backend }: Pick<StoredSweep, 'base' | 'backend'>, chosen: number): number {
  return base.convolution === null && backend !== 'webgpu' ? chosen : 1;
}
