import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';

/** A sweep: many trainings, or one chip on many dies, that differ in the settings named by `axes`. */
export interface StoredSweep {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** What every trial starts from. */
  readonly base: Experiment;
  readonly axes: readonly SweepAxis[];
  readonly plan:
    { readonly kind: 'grid' } | { readonly kind: 'random'; readonly trials: number; readonly seed: number };
  /** What a trial does. */
  readonly work: SweepWork;
  readonly backend: 'webgpu' | 'wasm' | 'reference';
  /**
   * `queued` waits for the sweep before it; `cancelled` has given up what was not begun. Where trainings stand, their
   * runs say.
   */
  readonly state: 'queued' | 'running' | 'paused' | 'finished' | 'cancelled';
  /** The page that drove it went away in the middle. */
  readonly interrupted: boolean;
  /** Trials that a person does not want. */
  readonly skipped: readonly number[];
}

/** One setting and the values it takes. */
export interface SweepAxis {
  /** Path in the experiment, e.g. `training.learningRate` or `layers.0.gain`; `layers.*.gain` is that of all. */
  readonly path: string;
  readonly values: readonly SweepValue[];
}

export type SweepValue = number | string | boolean;

export type SweepWork =
  /** Each trial is trained, and is a run with all that belongs to one. */
  | { readonly kind: 'train' }
  /** One trained chip is measured on each die; its phases are kept as the parameters `sweep/<id>`. */
  | {
      readonly kind: 'dies';
      readonly dies: number;
      /** Of the test split, the first so many. */
      readonly samples: number;
      /** Steps that the chip had been trained for. */
      readonly step: number;
      /** Without flaws, once measured; 0 … 1. */
      readonly ideal: number | undefined;
      /** Per die, 0 … 1; undefined where not yet measured. */
      readonly accuracy: readonly (number | undefined)[];
      readonly fault: Fault | undefined;
    };
