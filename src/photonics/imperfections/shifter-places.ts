import type { Mesh } from '../mesh';
import { columnCount, mziCount } from '../mesh';

/** Where a mesh's shifters lie, micrometres. */
export interface ChipGrid {
  /** Between the same shifters of neighbouring columns. */
  readonly columnPitch: number;
  /** Between neighbouring waveguides. */
  readonly rowPitch: number;
  /** Between the two arms of an interferometer. */
  readonly armPitch: number;
}

/**
 * Places of all shifters: theta of each interferometer, then phi of each, then gamma of each port. x points along
 * the light, y across, downward. The heater is on the upper arm; a gamma has no second arm.
 */
export interface ShifterPlaces {
  readonly x: Float64Array;
  readonly heater: Float64Array;
  /** y of the other arm; NaN where there is none. */
  readonly otherArm: Float64Array;
  /** 0 where an element has no shifters: fixed couplers. */
  readonly exists: Uint8Array;
}

/**
 * Column c has phi at x = c·columnPitch and theta half a pitch further; gamma follows after the last column. The
 * arms lie on both sides of the middle between the interferometer's waveguides.
 */
export function shifterPlaces(mesh: Mesh, grid: ChipGrid): ShifterPlaces {
  const count = mziCount(mesh);
  const columns = columnCount(mesh);
  const total = 2 * count + mesh.modes;
  const x = new Float64Array(total);
  const heater = new Float64Array(total);
  const otherArm = new Float64Array(total).fill(Number.NaN);
  const exists = new Uint8Array(total).fill(1);
  const row = (column: number, port: number): number => mesh.rows?.[column * mesh.modes + port] ?? port;
  for (let column = 0; column < columns; column++) {
    for (let k = mesh.columnStart[column] ?? 0; k < (mesh.columnStart[column + 1] ?? 0); k++) {
      const upper = row(column, mesh.pairs[2 * k] ?? 0);
      const lower = row(column, mesh.pairs[2 * k + 1] ?? 0);
      const middle = ((upper + lower) / 2) * grid.rowPitch;
      const half = (Math.sign(lower - upper) * grid.armPitch) / 2;
      for (const [at, shift] of [[k, 0.5] as const, [count + k, 0] as const]) {
        x[at] = (column + shift) * grid.columnPitch;
        heater[at] = middle - half;
        otherArm[at] = middle + half;
        if (mesh.fixed?.[k] === 1) exists[at] = 0;
      }
    }
  }
  for (let port = 0; port < mesh.modes; port++) {
    x[2 * count + port] = columns * grid.columnPitch;
    heater[2 * count + port] = row(columns, port) * grid.rowPitch;
  }
  return { x, heater, otherArm, exists };
}
