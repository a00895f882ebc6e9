import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Mesh } from '../mesh';
import { HEAT_REACH, LEAST_SHARE, heatShare } from './heat-law';
import type { ChipGrid, ShifterPlaces } from './shifter-places';
import { shifterPlaces } from './shifter-places';

/** One heater's phase that reaches another shifter: entry e says that `victim[e]` gets weight[e] of `aggressor[e]`. */
export interface Crosstalk {
  /** Shifters in the order of `ShifterPlaces`, ascending; for each the aggressors ascending. */
  readonly victim: Int32Array;
  readonly aggressor: Int32Array;
  readonly weight: Float64Array;
}

/** Most pairs of one mesh that are looked at, of which about a third is within reach: 130 MB, some seconds. */
const MOST_PAIRS = 1 << 25;

/**
 * Thermal crosstalk between the shifters of one mesh (SCATTER, Yin et al., ICCAD 2024): a heater at distances
 * d_heater from a shifter's heated arm and d_other from its other arm adds
 * heatShare(d_heater) − heatShare(d_other) of its own phase. A fault names `hardware.crosstalk` where shifters are so close that
 * nearly all of them heat each other.
 */
export function meshCrosstalk(mesh: Mesh, grid: ChipGrid): Result<Crosstalk> {
  const places = shifterPlaces(mesh, grid);
  const cells = sortIntoCells(places);
  if (pairsToLookAt(cells) > MOST_PAIRS) return fail(tooDense());
  const victims: number[] = [];
  const aggressors: number[] = [];
  const weights: number[] = [];
  const shares = new Map<number, number>();
  for (let victim = 0; victim < places.x.length; victim++) {
    if (places.exists[victim] === 0) continue;
    shares.clear();
    addShares(places, cells, victim, places.heater[victim] ?? 0, 1, shares);
    const other = places.otherArm[victim] ?? Number.NaN;
    if (!Number.isNaN(other)) addShares(places, cells, victim, other, -1, shares);
    const found = [...shares].filter(([, share]) => Math.abs(share) >= LEAST_SHARE);
    for (const [aggressor, share] of found.sort(([a], [b]) => a - b)) {
      victims.push(victim);
      aggressors.push(aggressor);
      weights.push(share);
    }
  }
  return ok({
    victim: Int32Array.from(victims),
    aggressor: Int32Array.from(aggressors),
    weight: Float64Array.from(weights),
  });
}

/** Cells of one reach each way, so that neighbours are in the same or the next cell. */
type Cells = ReadonlyMap<number, readonly number[]>;

/** More cells than any chip has rows of them. */
const CELLS_PER_COLUMN = 1 << 20;

/** Chips may begin half an arm pitch above zero. */
const cellOf = (x: number, y: number): number =>
  (Math.floor(x / HEAT_REACH) + 1) * CELLS_PER_COLUMN + Math.floor(y / HEAT_REACH) + 32;

function sortIntoCells({ x, heater, exists }: ShifterPlaces): Cells {
  const cells = new Map<number, number[]>();
  for (let at = 0; at < x.length; at++) {
    if (exists[at] === 0) continue;
    const cell = cellOf(x[at] ?? 0, heater[at] ?? 0);
    const inside = cells.get(cell);
    if (inside) inside.push(at);
    else cells.set(cell, [at]);
  }
  return cells;
}

/** Adds sign·heatShare of every heater within reach of one arm of a shifter. */
function addShares(
  { x, heater }: ShifterPlaces,
  cells: Cells,
  victim: number,
  y: number,
  sign: 1 | -1,
  shares: Map<number, number>,
): void {
  const here = cellOf(x[victim] ?? 0, y);
  for (const step of AROUND) {
    for (const at of cells.get(here + step) ?? []) {
      if (at === victim) continue;
      const distance = Math.hypot((x[at] ?? 0) - (x[victim] ?? 0), (heater[at] ?? 0) - y);
      if (distance <= HEAT_REACH) shares.set(at, (shares.get(at) ?? 0) + sign * heatShare(distance));
    }
  }
}

/** Steps to a cell itself and its eight neighbours. */
const AROUND = [-CELLS_PER_COLUMN, 0, CELLS_PER_COLUMN].flatMap((column) =>
  [-1, 0, 1].map((row) => column + row),
);

function pairsToLookAt(cells: Cells): number {
  let pairs = 0;
  for (const [cell, inside] of cells)
    for (const step of AROUND) pairs += inside.length * (cells.get(cell + step)?.length ?? 0);
  return pairs;
}

function tooDense(): Fault {
  return {
    code: 'photonics/crosstalk-too-dense',
    message:
      'The shifters are so close that nearly all of them heat each other: more than a mesh can be computed with.',
    fix: 'Use a larger column or row pitch, or fewer modes.',
    where: 'hardware.crosstalk',
  };
}
