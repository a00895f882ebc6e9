import type { StoredSweep } from '../../library/store/sweep-record';
import { usePreferences } from '../state/preferences';

/** Each engine keeps a data set of its own in memory. */
export const MOST_ENGINES = 4;

/** All cores but the one that the page and the run on screen need. */
export function usualEngines(): number {
  return Math.min(MOST_ENGINES, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
}

export function chosenEngines(): number {
  return usePreferences.getState().sweepEngines ?? usualEngines();
}

/**
 * Engines that a sweep makes use of: a convolution takes every core for one training, and a graphics device is only
 * there once.
 */
export function enginesFor({ base, backend }: Pick<StoredSweep, 'base' | 'backend'>, chosen: number): number {
  return base.convolution === null && backend !== 'webgpu' ? chosen : 1;
}
