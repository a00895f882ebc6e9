import type { Method, Nonlinearity, Readout } from '../experiment/schema';
import type { Mesh } from '../photonics/mesh';
import type { Drive, MeshFlaws, MeshLosses } from '../photonics/propagate';
import type { ConvPlan } from './convolution/plan';

/** What backends execute: see {@link Plan} and {@link ConvPlan}. */
export type NetworkPlan = Plan | ConvPlan;

/**
 * What every plan has: the flat vector of all numbers that may change, and how training moves it. Plans are
 * plain, serialisable data.
 */
export interface PlanBase {
  readonly classes: number;
  readonly optimiser: PlanOptimiser;
  readonly method: Method;
  readonly batchSize: number;
  readonly seed: number;
  /** Optimiser steps of the whole run; the schedule ends there. */
  readonly totalSteps: number;
  readonly parameterCount: number;
  /** Parameters at step 0, f64; the f32 backends round them. */
  readonly initial: Float64Array;
  /** Per parameter, bits of {@link ROLE}. The gradient of a parameter that is not trainable is 0. */
  readonly roles: Uint8Array;
  /** Where trainable phases are put back to after each step; undefined leaves them free. */
  readonly range: PhaseRange | undefined;
  /** What lies between the phases that are set and those that light meets; undefined for nothing. */
  readonly effects: PlanEffects | undefined;
}

/** Bits of `Plan.roles`. */
export const ROLE = {
  /** Training may change it. */
  trainable: 1,
  /** A phase shifter on the chip (theta, phi, gamma, alpha): effects and ranges apply to it. */
  phase: 2,
} as const;

/** `wrap`: to [0, 2π). `clamp`: to [low, high] of each parameter (±Infinity where it has no limit). */
export type PhaseRange =
  | { readonly kind: 'wrap' }
  | { readonly kind: 'clamp'; readonly low: Float64Array; readonly high: Float64Array };

/**
 * A network of coherent layers.
 *
 * Linear part of a layer, acting on column vectors of `modes` complex fields (right to left):
 *
 *     u       M = gain · U
 *     u-diag  M = gain · U · diag(t)
 *     usv     M = gain · U · diag(t) · V        t_k = sin(alpha_k / 2), an interferometer used as attenuator
 *
 * then the layer's nonlinearity acts on each mode. Class intensities are I_c = |y_c|² of the last layer's
 * first `classes` ports, as the detectors see them.
 */
export interface Plan extends PlanBase {
  readonly kind: 'coherent';
  readonly modes: number;
  readonly layers: readonly PlanLayer[];
  readonly readout: Readout;
  readonly detection: PlanDetection | undefined;
}

/** A linear part: one or two meshes and attenuators. */
export interface PlanLinear {
  readonly gain: number;
  /** First mesh the light meets: V of a `usv` layer. */
  readonly before: PlanMesh | undefined;
  /** Offset of `modes` attenuator angles alpha, between the meshes. */
  readonly attenuatorOffset: number | undefined;
  /** The mesh U. */
  readonly mesh: PlanMesh;
}

export interface PlanLayer extends PlanLinear {
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
  /** Amplitude transmissions, or undefined without loss. */
  readonly losses: MeshLosses | undefined;
  readonly drive: Drive;
}

/**
 * From the phases psi that are set to those that light meets, for parameters with ROLE.phase, at step s of
 * the run (docs/physics.md):
 *
 *     r    = psi − 2π·floor(psi / 2π)
 *     r'   = quantise(r), and r itself without quantisation     the gradient passes straight through
 *     psi' = psi + (r' − r) + Σ_j crosstalk_ij · r'_j + Σ_r loading_ir · W_r(s) + phaseNoise · n_i
 *     a', b' = a, b + splitterNoise · n                         per interferometer
 *
 * so that dL/dpsi_j = g_j + Σ_i crosstalk_ij · g_i with g = dL/dpsi'. The top level heats as 2π, not as 0.
 * n_i = normal(key, STREAM.phaseNoise, i) with key = noiseKey(plan, s, …) of noise.ts, drawn anew every step;
 * the interferometers' n = normal(key, STREAM.splitterNoise, 2·K) and 2·K + 1, K counted through all meshes
 * in light's order.
 */
export interface PlanEffects {
  readonly quantisation: Quantisation | undefined;
  readonly crosstalk: SparseMatrix | undefined;
  readonly drift: PlanDrift | undefined;
  /** Standard deviation of the phases' noise per step, radians. */
  readonly phaseNoise: number;
  /** Standard deviation of the coupler angles' noise per step, radians. */
  readonly splitterNoise: number;
}

/**
 * `phase`: r' = 2π·k / (levels − 1). `voltage`: √r' = √2π·k / (levels − 1), because a heater's phase goes with the
 * square of its voltage. k is the nearest level: floor(x + ½ + 1/64) for r or √r in steps x. The 1/64 sends π, which
 * lies exactly between two levels and is a common phase, up in every arithmetic.
 */
export interface Quantisation {
  readonly of: 'phase' | 'voltage';
  /** 2^bits */
  readonly levels: number;
}

/** Rows of a square matrix over all parameters, compressed. */
export interface SparseMatrix {
  /** parameterCount + 1 */
  readonly rowStart: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Slow random walk: four common walks W_r, each phase with its own loadings, so that its variance is rate²·s. */
export interface PlanDrift {
  /** Radians per √step. */
  readonly rate: number;
  /** 4 per parameter, 0 for those that are no phases: ½·normal(die, STREAM.driftLoading, 4·i + r). */
  readonly loadings: Float32Array;
}

/**
 * Photodiodes and converters at the class ports, on powers in units of the squared field:
 *
 *     I' = I·(1 + rin·n₀) + √(thermal² + shot²·I)·n₁
 *     then, unless adcLevels is 0, I' ← fullScale·k / adcLevels, k = floor(I' / fullScale · adcLevels + ½) in 0 … adcLevels
 *
 * n₀ = normal(key, STREAM.rin, row), n₁ = normal(key, STREAM.detection, row·classes + class), row the sample's
 * position in its batch (training) or split (evaluation). Noise is a constant for the gradient: dI'/dI = 1 + rin·n₀,
 * whatever the converter does. A normalising readout divides by max(Σ I', dark); where that is `dark`, it is a constant for
 * the gradient too.
 */
export interface PlanDetection {
  readonly shot: number;
  readonly thermal: number;
  readonly rin: number;
  /** 2^bits − 1 steps, or 0 for an ideal converter. */
  readonly adcLevels: number;
  readonly fullScale: number;
  /** Least sum of powers that is divided by, so that noise alone is never blown up to an answer. */
  readonly dark: number;
}

export type PlanOptimiser = (
  | { readonly kind: 'adam'; readonly beta1: number; readonly beta2: number; readonly epsilon: number }
  | { readonly kind: 'sgd'; readonly momentum: number }
) & { readonly learningRate: number; readonly schedule: 'constant' | 'cosine' };

/** The meshes of a list of linear parts in the order of light: V before U. */
export function meshesOf(parts: readonly PlanLinear[]): readonly PlanMesh[] {
  return parts.flatMap(({ before, mesh }) => (before ? [before, mesh] : [mesh]));
}
