import { STREAM, uniform } from '../lib/rng';
import type { Mesh } from './mesh';
import { columnCount, mziCount } from './mesh';

/** Phases of one mesh: theta and phi per interferometer, gamma per output port, radians. */
export interface MeshPhases {
  readonly theta: Float64Array;
  readonly phi: Float64Array;
  readonly gamma: Float64Array;
}

/**
 * Checkerboard numbers of a mesh of adjacent port pairs: the exponents alpha that make random phases
 * Haar-uniform, alpha = |inputs that reach the interferometer| + |outputs it reaches| − N − 1
 * (Pai et al., Phys. Rev. Applied 11, 064044 (2019)). One per interferometer, in the order of `mesh.pairs`.
 */
export function checkerboardNumbers(mesh: Mesh): Int32Array {
  const { modes, pairs, columnStart } = mesh;
  const columns = columnCount(mesh);
  const partners = partnerTable(mesh);
  const numbers = new Int32Array(mziCount(mesh));
  for (let column = 0; column < columns; column++) {
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      const top = pairs[2 * k] ?? 0;
      const inputs = lightCone(partners, modes, top, column, -1, -1);
      const outputs = lightCone(partners, modes, top, column, 1, columns);
      numbers[k] = inputs + outputs - modes - 1;
    }
  }
  return numbers;
}

/** Partner of each port in each column (itself where it passes by): index column · modes + port. */
function partnerTable({ modes, pairs, columnStart }: Mesh): Int32Array {
  const partners = new Int32Array(modes * (columnStart.length - 1));
  for (let column = 0; column + 1 < columnStart.length; column++) {
    for (let port = 0; port < modes; port++) partners[column * modes + port] = port;
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      const [top = 0, bottom = 0] = pairs.subarray(2 * k, 2 * k + 2);
      partners[column * modes + top] = bottom;
      partners[column * modes + bottom] = top;
    }
  }
  return partners;
}

/** Number of ports at the mesh's end `stop` that light can reach from, or come from to, a pair. */
function lightCone(
  partners: Int32Array,
  modes: number,
  top: number,
  from: number,
  step: 1 | -1,
  stop: number,
): number {
  let low = top;
  let high = top + 1;
  for (let column = from + step; column !== stop; column += step) {
    low = Math.min(low, partners[column * modes + low] ?? low);
    high = Math.max(high, partners[column * modes + high] ?? high);
  }
  return high - low + 1;
}

/** Phases that make the mesh a Haar-random unitary: cos²(theta/2) = u^{1/alpha}, phi and gamma uniform. */
export function haarPhases(mesh: Mesh, seed: number, stream: number = STREAM.phases): MeshPhases {
  const count = mziCount(mesh);
  const numbers = checkerboardNumbers(mesh);
  const theta = Float64Array.from(numbers, (alpha, k) => {
    const u = uniform(seed, stream, 2 * k);
    return 2 * Math.acos(Math.sqrt(u ** (1 / alpha)));
  });
  const phi = Float64Array.from({ length: count }, (_, k) => 2 * Math.PI * uniform(seed, stream, 2 * k + 1));
  const gamma = Float64Array.from(
    { length: mesh.modes },
    (_, k) => 2 * Math.PI * uniform(seed, stream, 2 * count + k),
  );
  return { theta, phi, gamma };
}
