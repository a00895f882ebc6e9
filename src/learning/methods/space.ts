import type { PhaseRange, PlanBase } from '../plan';
import { keepInRange } from '../range';
import { trainableOffsets } from './passes';

/** Settings to be tried on the chip, and what their losses tell. */
export interface Probe {
  /** Whole parameter vectors, in the order of the losses. */
  readonly candidates: readonly Float64Array[];
  estimate(losses: Float64Array): Estimate;
}

/** A gradient of all parameters (0 for those that may not move), or slopes of some of them. */
export type Estimate =
  | { readonly kind: 'all'; readonly gradient: Float64Array }
  | {
      readonly kind: 'some';
      readonly slopes: readonly {
        readonly offset: number;
        readonly slope: number;
        /** How often this parameter was probed before. */
        readonly visits: number;
      }[];
    };

/** What limits the settings of a chip. */
export interface Space {
  readonly roles: Uint8Array;
  readonly range: PhaseRange | undefined;
  /** Offsets of the parameters that may move. */
  readonly trainable: Int32Array;
  readonly seed: number;
}

export function spaceOf({ roles, range, seed }: Pick<PlanBase, 'roles' | 'range' | 'seed'>): Space {
  return { roles, range, seed, trainable: trainableOffsets(roles) };
}

/** Two settings on either side of `parameters`, and how far apart they came out. */
export interface Pair {
  readonly plus: Float64Array;
  readonly minus: Float64Array;
  /** Half the distance of one parameter between the two. */
  half(offset: number): number;
}

/**
 * Moves some parameters both ways and keeps both settings in range. At a limit the two lie closer together than
 * asked for, or on each other; a phase that wraps is as far away as it was moved.
 * @param move displacement of the parameter at `offsets[k]`, radians
 */
export function pairAround(
  { roles, range }: Space,
  parameters: Float64Array,
  offsets: Int32Array,
  move: (k: number) => number,
): Pair {
  const plus = parameters.slice();
  const minus = parameters.slice();
  const moved = new Float64Array(parameters.length);
  offsets.forEach((at, k) => {
    const by = move(k);
    moved[at] = by;
    plus[at] = (plus[at] ?? 0) + by;
    minus[at] = (minus[at] ?? 0) - by;
  });
  keepInRange(range, roles, plus);
  keepInRange(range, roles, minus);
  const clamped = range?.kind === 'clamp';
  return {
    plus,
    minus,
    half: (at) => (clamped ? ((plus[at] ?? 0) - (minus[at] ?? 0)) / 2 : (moved[at] ?? 0)),
  };
}
