import { crossingCounts } from '../imperfections/path-loss';
import type { Mesh } from '../mesh';
import { columnCount } from '../mesh';

/** Parts that light passes one after the other, each counted on the path that has most of them. */
export interface LightPath {
  readonly interferometers: number;
  /** Fixed couplers: the third splitters of their cells. */
  readonly couplers: number;
  /** Waveguides that cross its own. */
  readonly crossings: number;
}

/** The longest way through meshes of equally many waveguides, one behind the other. */
export function longestPath(meshes: readonly Mesh[]): LightPath {
  const modes = meshes[0]?.modes ?? 0;
  const interferometers = new Int32Array(modes);
  const couplers = new Int32Array(modes);
  const crossings = new Int32Array(modes);
  for (const mesh of meshes) {
    const { pairs, columnStart, fixed, rows } = mesh;
    for (let column = 0; column < columnCount(mesh); column++) {
      for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
        const ports = pairs.subarray(2 * k, 2 * k + 2);
        const isFixed = fixed?.[k] === 1;
        meet(interferometers, ports, isFixed ? 0 : 1);
        meet(couplers, ports, isFixed ? 1 : 0);
        meet(crossings, ports, 0);
      }
      if (rows === undefined) continue;
      const before = rows.subarray(column * modes, (column + 1) * modes);
      const after = rows.subarray((column + 1) * modes, (column + 2) * modes);
      crossingCounts(before, after).forEach((count, port) => {
        crossings[port] = (crossings[port] ?? 0) + count;
      });
    }
  }
  return { interferometers: most(interferometers), couplers: most(couplers), crossings: most(crossings) };
}

/** Light of either port may go on in both. */
function meet(counts: Int32Array, [first = 0, second = 0]: Int32Array, added: number): void {
  counts[first] = counts[second] = Math.max(counts[first] ?? 0, counts[second] ?? 0) + added;
}

function most(counts: Int32Array): number {
  return counts.reduce((largest, count) => Math.max(largest, count), 0);
}
