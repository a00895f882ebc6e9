import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Mesh } from '../mesh';
import { HEAT_REACH, LEAST_SHARE, heatShare } from './heat-law';
import type { ChipGrid, ShifterPlaces } from './shifter-places';
import { shifterPlaces } from './shifter-places';

/** One heater's phase that reaches another shifter: entry e says that `victim[e]` gets weight[e] of `aggressor[e]`. */
export interface Crosstalk {
  /** Shifters in the order of `ShifterPlaces`, ascending. */
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
  const { x, heater, otherArm, exists } = places;
  const cells = sortIntoCells(places);
  if (pairsToLookAt(cells) > MOST_PAIRS) return fail(tooDense());
  const entries = new EntryLog();
  for (let victim = 0; victim < x.length; victim++) {
    if (exists[victim] === 0) continue;
    const y = heater[victim]!;
    const other = otherArm[victim]!;
    for (const cell of cellsAround(x[victim]!, y, other)) {
      for (const at of cells.get(cell) ?? NO_HEATERS) {
        if (at === victim) continue;
        const along = x[at]! - x[victim]!;
        const own = shareAt(along, heater[at]! - y);
        const share = Number.isNaN(other) ? own : own - shareAt(along, heater[at]! - other);
        if (Math.abs(share) >= LEAST_SHARE) entries.push(victim, at, share);
      }
    }
  }
  return ok(entries.take());
}

/** Heat that is felt at a distance, cut off where little is left. */
function shareAt(along: number, across: number): number {
  const distance = Math.sqrt(along * along + across * across);
  return distance <= HEAT_REACH ? heatShare(distance) : 0;
}

/** Growing columns of entries. */
class EntryLog {
  #count = 0;
  #victim = new Int32Array(1 << 10);
  #aggressor = new Int32Array(1 << 10);
  #weight = new Float64Array(1 << 10);

  push(victim: number, aggressor: number, weight: number): void {
    if (this.#count === this.#victim.length) {
      this.#victim = grown(this.#victim, new Int32Array(2 * this.#count));
      this.#aggressor = grown(this.#aggressor, new Int32Array(2 * this.#count));
      this.#weight = grown(this.#weight, new Float64Array(2 * this.#count));
    }
    this.#victim[this.#count] = victim;
    this.#aggressor[this.#count] = aggressor;
    this.#weight[this.#count++] = weight;
  }

  take(): Crosstalk {
    return {
      victim: this.#victim.slice(0, this.#count),
      aggressor: this.#aggressor.slice(0, this.#count),
      weight: this.#weight.slice(0, this.#count),
    };
  }
}

function grown<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** Heaters by cells of one reach each way, so that all that are within reach are in the same or the next cell. */
type Cells = ReadonlyMap<number, readonly number[]>;

const NO_HEATERS: readonly number[] = [];

/** More cells than any chip has rows of them. */
const CELLS_PER_COLUMN = 1 << 20;

const columnOf = (x: number): number => (Math.floor(x / HEAT_REACH) + 1) * CELLS_PER_COLUMN;
/** Chips may begin half an arm pitch above zero. */
const rowOf = (y: number): number => Math.floor(y / HEAT_REACH) + 32;

function sortIntoCells({ x, heater, exists }: ShifterPlaces): Cells {
  const cells = new Map<number, number[]>();
  for (let at = 0; at < x.length; at++) {
    if (exists[at] === 0) continue;
    const cell = columnOf(x[at]!) + rowOf(heater[at]!);
    const inside = cells.get(cell);
    if (inside) inside.push(at);
    else cells.set(cell, [at]);
  }
  return cells;
}

/** The cells that are in reach of either arm, each once. */
function cellsAround(x: number, y: number, other: number): readonly number[] {
  const rows = [rowOf(y) - 1, rowOf(y), rowOf(y) + 1];
  if (!Number.isNaN(other)) {
    for (let row = rowOf(other) - 1; row <= rowOf(other) + 1; row++) if (!rows.includes(row)) rows.push(row);
  }
  const column = columnOf(x);
  return rows.flatMap((row) => [
    column - CELLS_PER_COLUMN + row,
    column + row,
    column + CELLS_PER_COLUMN + row,
  ]);
}

function pairsToLookAt(cells: Cells): number {
  let pairs = 0;
  for (const [cell, inside] of cells) {
    for (const column of [-CELLS_PER_COLUMN, 0, CELLS_PER_COLUMN])
      for (const row of [-1, 0, 1]) pairs += inside.length * (cells.get(cell + column + row)?.length ?? 0);
  }
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
