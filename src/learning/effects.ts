import { STREAM, normal } from '../lib/rng';
import { idealFlaws } from '../photonics/ideal-flaws';
import { mziCount } from '../photonics/mesh';
import type { Die } from './die';
import { onDie } from './die';
import type { Walks } from './noise';
import type { Plan, PlanBase, PlanLayer, PlanMesh, Quantisation } from './plan';
import { ROLE, meshesOf } from './plan';

/** When light meets the chip. */
export interface Moment {
  /** Seed of the noise of this presentation, see `noiseKey`; undefined leaves out all that is drawn anew. */
  readonly key: number | undefined;
  /** The drift so far, see `DriftWalk`; undefined for none. */
  readonly walks: Walks | undefined;
}

/** Without noise and before any drift. */
export const QUIET: Moment = { key: undefined, walks: undefined };

const TURN = 2 * Math.PI;

/** Share of a step by which the nearest level is rounded up too early; see `Quantisation`. */
const UPWARD = 1 / 64;

/**
 * The parameters that light meets, when `parameters` are set: quantised, heated by each other, drifted and noisy,
 * as `PlanEffects` says. The very same array where nothing lies between.
 */
export function effectivePhases(
  plan: Pick<PlanBase, 'roles' | 'effects'>,
  parameters: Float64Array,
  { key, walks }: Moment,
): Float64Array {
  const { roles, effects } = plan;
  if (effects === undefined) return parameters;
  const { quantisation, crosstalk, phaseNoise } = effects;
  const out = parameters.slice();
  const heat = crosstalk && new Float64Array(parameters.length);
  roles.forEach((role, i) => {
    if ((role & ROLE.phase) === 0) return;
    const set = parameters[i] ?? 0;
    // The quotient of the smallest negative numbers is zero.
    const within = Math.max(0, set - TURN * Math.floor(set / TURN));
    const held = quantisation ? quantise(within, quantisation) : within;
    if (heat) heat[i] = held;
    let phase = set + (held - within);
    if (walks && effects.drift) phase += drifted(effects.drift.loadings, walks, i);
    if (key !== undefined && phaseNoise > 0) phase += phaseNoise * normal(key, STREAM.phaseNoise, i);
    out[i] = phase;
  });
  if (!crosstalk || !heat) return out;
  for (let i = 0; i < out.length; i++) {
    for (let at = crosstalk.rowStart[i] ?? 0; at < (crosstalk.rowStart[i + 1] ?? 0); at++)
      out[i] = (out[i] ?? 0) + (crosstalk.values[at] ?? 0) * (heat[crosstalk.columns[at] ?? 0] ?? 0);
  }
  return out;
}

/**
 * Turns the gradient by the phases that light meets into the one by those that are set, in place: (1 + crosstalk)ᵀ,
 * straight through quantisation, 0 where training may not move.
 */
export function pullBack(plan: Pick<PlanBase, 'roles' | 'effects'>, cotangent: Float64Array): void {
  const crosstalk = plan.effects?.crosstalk;
  if (crosstalk) {
    const met = cotangent.slice();
    for (let i = 0; i < met.length; i++) {
      for (let at = crosstalk.rowStart[i] ?? 0; at < (crosstalk.rowStart[i + 1] ?? 0); at++) {
        const j = crosstalk.columns[at] ?? 0;
        cotangent[j] = (cotangent[j] ?? 0) + (crosstalk.values[at] ?? 0) * (met[i] ?? 0);
      }
    }
  }
  plan.roles.forEach((role, i) => {
    if ((role & ROLE.trainable) === 0) cotangent[i] = 0;
  });
}

/** The level that a converter holds instead of a phase in [0, 2π]. */
export function quantise(phase: number, { of, levels }: Quantisation): number {
  const range = of === 'phase' ? TURN : Math.sqrt(TURN);
  const wanted = of === 'phase' ? phase : Math.sqrt(phase);
  const held = (range * Math.floor((wanted / range) * (levels - 1) + 0.5 + UPWARD)) / (levels - 1);
  return of === 'phase' ? held : held * held;
}

function drifted(loadings: Float32Array, walks: Walks, i: number): number {
  let sum = 0;
  walks.forEach((walk, r) => (sum += (loadings[4 * i + r] ?? 0) * walk));
  return sum;
}

/** The flaws of meshes in the order of light, with their couplers' noise of one presentation. */
export function noisyDie(
  meshes: readonly Pick<PlanMesh, 'topology' | 'flaws'>[],
  sigma: number,
  key: number,
): Die {
  let first = 0;
  return meshes.map(({ topology, flaws: still = idealFlaws(topology) }) => {
    const count = mziCount(topology);
    const draw = (mean: Float64Array | undefined, part: 0 | 1): Float64Array =>
      Float64Array.from(
        { length: count },
        (_, k) => (mean?.[k] ?? 0) + sigma * normal(key, STREAM.splitterNoise, 2 * (first + k) + part),
      );
    const noisy = {
      a: draw(still?.a, 0),
      b: draw(still?.b, 1),
      theta: still?.theta ?? new Float64Array(count),
      phi: still?.phi ?? new Float64Array(count),
    };
    first += count;
    return noisy;
  });
}

/** The layers as light meets them: their couplers' noise drawn, or the very same layers where there is none. */
export function effectiveLayers(
  plan: Pick<Plan, 'layers' | 'effects'>,
  { key }: Moment,
): readonly PlanLayer[] {
  const sigma = plan.effects?.splitterNoise ?? 0;
  if (key === undefined || sigma === 0) return plan.layers;
  return onDie(plan.layers, noisyDie(meshesOf(plan.layers), sigma, key));
}
