import type { Mesh } from '../mesh';
import type { PortPairs } from './columns';
import { meshOfColumns, neighbours } from './columns';

/**
 * Rectangular mesh of three-splitter cells (Hamerly, Bandyopadhyay, Englund, Nat. Commun. 13, 6831 (2022)): before
 * each interferometer a fixed 50:50 coupler on the same ports, in a column of its own. With coupler errors a plain
 * interferometer cannot cross completely, and random matrices need mostly crossing ones; the third splitter moves
 * what is out of reach to settings that are rarely needed. 2N columns.
 */
export function threeSplitterMesh(modes: number): Mesh {
  const columns: PortPairs[] = [];
  const fixed: number[] = [];
  for (let c = 0; c < modes; c++) {
    const pairs = neighbours(c % 2, modes - 1);
    columns.push(pairs, pairs);
    fixed.push(...pairs.map(() => 1), ...pairs.map(() => 0));
  }
  return meshOfColumns('three-splitter', modes, columns, { fixed: Uint8Array.from(fixed) });
}
