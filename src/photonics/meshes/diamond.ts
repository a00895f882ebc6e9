import type { Mesh } from '../mesh';
import { meshOfColumns, neighbours } from './columns';

/**
 * Diamond mesh (Shokraneh, Geoffroy-Gagnon, Liboiron-Ladouceur, Opt. Express 28, 23495 (2020)): a triangular
 * mesh for n × n matrices and its mirror image above the common base, (n−1)² interferometers in 2n − 3 columns on
 * N = 2n − 2 waveguides. N must be even. Column c holds m = min(c + 1, 2n − 3 − c) interferometers round the
 * middle. Ports n − 2 … 2n − 3 ({@link diamondBlock}) carry the triangular mesh that reaches every unitary; the other
 * interferometers are the published mesh's spare freedom, and an outlet for excess light.
 */
export function diamondMesh(modes: number): Mesh {
  const { size } = diamondBlock(modes);
  const columns = Array.from({ length: 2 * size - 3 }, (_, c) => {
    const count = Math.min(c + 1, 2 * size - 3 - c);
    return neighbours(size - 1 - count, size - 2 + count);
  });
  return meshOfColumns('diamond', modes, columns);
}

/** The ports of a diamond mesh that reach every unitary: `size` of them from `first` on. */
export function diamondBlock(modes: number): { readonly first: number; readonly size: number } {
  const size = modes / 2 + 1;
  return { first: size - 2, size };
}
