import type { Mesh } from '../photonics/mesh';
import type { MeshFlaws } from '../photonics/propagate';
import type { Nonlinearity, Readout } from '../experiment/schema';

/**
 * A plan: an experiment compiled to plain, serialisable operations that every backend executes. All
 * trainable numbers are one flat vector; each part of the network names its offset in it.
 *
 * Linear part of a layer, acting on column vectors of `modes` complex fields (right to left):
 *
 *     u       M = gain · U
 *     u-diag  M = gain · U · diag(t)
 *     usv     M = gain · U · diag(t) · V        t_k = sin(alpha_k / 2), an interferometer used as attenuator
 *
 * then the layer's nonlinearity acts on each mode. Class intensities are I_c = |y_c|² of the last layer's
 * first `classes` ports.
 */
export interface Plan {
  readonly modes: number;
  readonly classes: number;
  readonly layers: readonly PlanLayer[];
  readonly readout: Readout;
  readonly optimiser: PlanOptimiser;
  readonly batchSize: number;
  readonly seed: number;
  /** Optimiser steps of the whole run; the schedule ends there. */
  readonly totalSteps: number;
  readonly parameterCount: number;
  /** Parameters at step 0, f64; the f32 backends round them. */
  readonly initial: Float64Array;
}

export interface PlanLayer {
  readonly gain: number;
  /** First mesh the light meets: V of a `usv` layer. */
  readonly before: PlanMesh | undefined;
  /** Offset of `modes` attenuator angles alpha, between the meshes. */
  readonly attenuatorOffset: number | undefined;
  /** The mesh U. */
  readonly mesh: PlanMesh;
  readonly nonlinearity: Nonlinearity;
  /** Offset of the nonlinearity's trainable numbers: for `nofu`, `modes` tap angles then `modes` detunings. */
  readonly nonlinearityOffset: number | undefined;
}

export interface PlanMesh {
  readonly topology: Mesh;
  /** Offset of one theta per interferometer, in the order of `topology.pairs`. */
  readonly thetaOffset: number;
  /** Offset of one phi per interferometer. */
  readonly phiOffset: number;
  /** Offset of one output phase gamma per port. */
  readonly gammaOffset: number;
  /** Static flaws of the die, or none: coupler angle errors a, b and phase errors per interferometer. */
  readonly flaws: MeshFlaws | undefined;
  /** Amplitude transmission of one interferometer, 10^(−dB/20); 1 without loss. */
  readonly transmission: number;
}

export type PlanOptimiser = (
  | { readonly kind: 'adam'; readonly beta1: number; readonly beta2: number; readonly epsilon: number }
  | { readonly kind: 'sgd'; readonly momentum: number }
) & { readonly learningRate: number; readonly schedule: 'constant' | 'cosine' };
