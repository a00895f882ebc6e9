import { create } from 'zustand';
import type { Metric, XAxis } from './overlay-data';

/** How curves are drawn; forgotten with the page. */
interface ChartSettings {
  readonly metric: Metric;
  readonly axis: XAxis;
  /** 0 … 0.99: see `smoothed`. */
  readonly smoothing: number;
  readonly isLogX: boolean;
  readonly isLogY: boolean;
  /** One line per group of seeds, with its spread. */
  readonly hasBands: boolean;
  /** Path of the setting on the scatter's x axis. */
  readonly setting: string | undefined;
}

export const useChart = create<ChartSettings>()(() => ({
  metric: 'loss',
  axis: 'step',
  smoothing: 0.9,
  isLogX: false,
  isLogY: false,
  hasBands: false,
  setting: undefined,
}));
