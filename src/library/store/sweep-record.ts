import type { Experiment } from '../../experiment/schema';

/** A sweep: many trainings, or one chip on many dies, that differ in the settings named by `axes`. */
export interface StoredSweep {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** What every trial starts from. */
  readonly base: Experiment;
  readonly axes: readonly SweepAxis[];
  readonly plan:
    { readonly kind: 'grid' } | { readonly kind: 'random'; readonly trials: number; readonly seed: number };
  readonly state: 'running' | 'paused' | 'finished';
}

/** One setting and the values it takes. */
export interface SweepAxis {
  /** Path in the experiment, e.g. `training.learningRate` or `layers.0.gain`. */
  readonly path: string;
  readonly values: readonly (number | string | boolean)[];
}
