import type { Experiment, Method } from '../experiment/schema';
import type { PaperId } from '../experiment/papers';
import type { BackendId } from './backend';

/**
 * Studies: many trainings or many evaluations of one experiment, run in the worker one after the other, with
 * progress and a partial result on the way, until they end or are cancelled. Plain values only.
 */
export type StudyRequest =
  MonteCarloRequest | YieldRequest | SensitivityRequest | MethodsRequest | PaperRequest;

/** A trained network and what to measure on it. Always on the test split's first `samples`. */
interface TrainedChip {
  readonly experiment: Experiment;
  readonly parameters: Float64Array;
  readonly backend: BackendId | 'auto';
  readonly samples: number;
}

/** Where flaws act: everywhere, in one layer (both its meshes), or in chosen interferometers. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'layer'; readonly layer: number }
  /** [mesh in the order of light, interferometer] */
  | { readonly kind: 'devices'; readonly devices: readonly (readonly [number, number])[] };

/** The accuracy of many dies with the experiment's splitter and phase errors. */
export interface MonteCarloRequest extends TrainedChip {
  readonly kind: 'monte-carlo';
  readonly dies: number;
  readonly scope: Scope;
  /** Correct each die's known errors locally before it is measured. */
  readonly corrected: boolean;
}

export const SWEPT_FLAWS = [
  'splitterError',
  'phaseError',
  'insertionLoss',
  'phaseBits',
  'crosstalk',
  'phaseNoise',
] as const;
export type SweptFlaw = (typeof SWEPT_FLAWS)[number];

/** Share of dies that reach `threshold` accuracy, for each size of one flaw. */
export interface YieldRequest extends TrainedChip {
  readonly kind: 'yield';
  readonly flaw: SweptFlaw;
  readonly values: readonly number[];
  readonly dies: number;
  /** 0 … 1 */
  readonly threshold: number;
  readonly scope: Scope;
}

/** How much the loss rises when one interferometer alone is off by `error` radians, for each of them. */
export interface SensitivityRequest extends TrainedChip {
  readonly kind: 'sensitivity';
  readonly of: 'theta' | 'phi' | 'splitter';
  readonly error: number;
}

/** Training methods side by side, each from the same start, for the same number of chip forward passes. */
export interface MethodsRequest {
  readonly kind: 'methods';
  readonly experiment: Experiment;
  readonly backend: BackendId | 'auto';
  readonly methods: readonly { readonly method: Method; readonly learningRate: number }[];
  /** Chip forward passes of each method. */
  readonly passes: number;
}

/** A published result: see experiment/papers.ts. */
export interface PaperRequest {
  readonly kind: 'paper';
  readonly paper: PaperId;
  readonly backend: BackendId | 'auto';
}

export type StudyResult =
  | {
      readonly kind: 'monte-carlo';
      /** Without flaws. */
      readonly ideal: number;
      /** Per die, 0 … 1. */
      readonly accuracy: Float64Array;
      readonly seconds: number;
    }
  | {
      readonly kind: 'yield';
      readonly points: readonly {
        readonly value: number;
        readonly accuracy: Float64Array;
        readonly passed: number;
      }[];
      readonly seconds: number;
    }
  | {
      readonly kind: 'sensitivity';
      /** Loss without the error. */
      readonly loss: number;
      /** Rise of the loss, per mesh in the order of light, per interferometer; NaN where not yet measured. */
      readonly rise: readonly Float64Array[];
      readonly seconds: number;
    }
  | { readonly kind: 'methods'; readonly curves: readonly MethodCurve[] }
  | { readonly kind: 'paper'; readonly figures: readonly PaperFigure[]; readonly seconds: number };

export interface MethodCurve {
  readonly method: Method;
  /** Chip forward passes, seconds of wall time, training loss and test accuracy (0 … 1) on the way. */
  readonly passes: readonly number[];
  readonly seconds: readonly number[];
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
}

/** One obtained number against its target. */
export interface PaperFigure {
  readonly name: string;
  readonly target: string;
  readonly obtained: number;
  readonly unit: string;
  readonly reached: boolean;
  /** Seeds, spread, what was trained on. */
  readonly detail: string;
}

export interface StudyProgress {
  /** 0 … 1 */
  readonly done: number;
  readonly text: string;
  readonly partial: StudyResult | undefined;
}
