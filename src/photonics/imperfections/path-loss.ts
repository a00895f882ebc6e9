import type { Mesh } from '../mesh';
import { columnCount, mziCount } from '../mesh';
import type { MeshLosses } from '../propagate';

/** What light loses on its way through a mesh, decibels of power. */
export interface PathLoss {
  /** In one interferometer; fixed couplers lose nothing of it. */
  readonly insertion: number;
  /** In the waveguide of one column, whether or not an interferometer is in it. */
  readonly column: number;
  /** In one crossing of two waveguides. */
  readonly crossing: number;
}

/**
 * Amplitude transmissions of a mesh, or undefined without loss. A waveguide that passes columns by hands their loss
 * to its next interferometer, and what is left to the output. Waveguides cross where the fixed permutations between columns
 * change their order.
 */
export function meshLosses(mesh: Mesh, loss: PathLoss): MeshLosses | undefined {
  const { modes, pairs, columnStart, rows, fixed } = mesh;
  if (loss.insertion === 0 && loss.column === 0 && (loss.crossing === 0 || rows === undefined))
    return undefined;
  const top = new Float64Array(mziCount(mesh));
  const bottom = new Float64Array(mziCount(mesh));
  /** Decibels since the last interferometer of each port. */
  const lost = new Float64Array(modes);
  for (let column = 0; column < columnCount(mesh); column++) {
    for (let port = 0; port < modes; port++) lost[port] = (lost[port] ?? 0) + loss.column;
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      const insertion = fixed?.[k] === 1 ? 0 : loss.insertion;
      const [upper = 0, lower = 0] = pairs.subarray(2 * k, 2 * k + 2);
      top[k] = amplitude((lost[upper] ?? 0) + insertion);
      bottom[k] = amplitude((lost[lower] ?? 0) + insertion);
      lost[upper] = lost[lower] = 0;
    }
    if (rows && loss.crossing > 0) {
      const before = rows.subarray(column * modes, (column + 1) * modes);
      const after = rows.subarray((column + 1) * modes, (column + 2) * modes);
      crossingCounts(before, after).forEach((count, port) => {
        lost[port] = (lost[port] ?? 0) + count * loss.crossing;
      });
    }
  }
  return { top, bottom, output: lost.map(amplitude) };
}

/** How many others each waveguide crosses from one order of rows to the next. */
export function crossingCounts(before: Int32Array, after: Int32Array): Int32Array {
  const counts = new Int32Array(before.length);
  if (before.every((row, port) => row === after[port])) return counts;
  for (let p = 0; p < before.length; p++) {
    for (let q = p + 1; q < before.length; q++) {
      const isAbove = (before[p] ?? 0) < (before[q] ?? 0);
      const staysAbove = (after[p] ?? 0) < (after[q] ?? 0);
      if (isAbove === staysAbove) continue;
      counts[p] = (counts[p] ?? 0) + 1;
      counts[q] = (counts[q] ?? 0) + 1;
    }
  }
  return counts;
}

function amplitude(decibels: number): number {
  return 10 ** (-decibels / 20);
}
