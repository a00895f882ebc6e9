import type { Mesh } from '../mesh';
import { meshOfColumns, neighbours } from './columns';

/**
 * Triangular mesh (Reck et al., Phys. Rev. Lett. 73, 58 (1994)): 2N − 3 columns, the base of the triangle along
 * port 0 and its apex at port N − 1; N(N−1)/2 interferometers reach every unitary. Column c holds the pairs
 * (i, i+1) with i of c's parity and i ≤ min(c, 2N − 4 − c).
 */
export function triangularMesh(modes: number): Mesh {
  const columns = Array.from({ length: 2 * modes - 3 }, (_, c) =>
    neighbours(c % 2, Math.min(c, 2 * modes - 4 - c) + 1),
  );
  return meshOfColumns('triangular', modes, columns);
}
