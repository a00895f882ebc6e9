import type { Mesh } from './mesh';
import { columnCount, mziCount } from './mesh';
import { diamondBlock } from './meshes/diamond';

/**
 * Checkerboard numbers: the exponents alpha that make random phases Haar-uniform, alpha = |inputs that reach the
 * interferometer| + |outputs it reaches| − N − 1 (Pai et al., Phys. Rev. Applied 11, 064044 (2019)). One per
 * interferometer, in the order of `mesh.pairs`; 0 for fixed couplers.
 *
 * Meshes that are not universal take the same rule piecewise, which brings them nearest to Haar-random matrices.
 * Permutations cut a mesh into stretches; one of L columns spreads light over L waveguides, so there both cones
 * count at most L and L stands for N. The halves of a diamond are triangular meshes on their common base.
 */
export function checkerboardNumbers(mesh: Mesh): Int32Array {
  if (mesh.kind === 'diamond') return diamondNumbers(mesh);
  const { modes, columnStart, fixed } = mesh;
  const numbers = new Int32Array(mziCount(mesh));
  for (const [from, to] of stretches(mesh)) {
    const inputs = coneSizes(mesh, from, to, 1);
    const outputs = coneSizes(mesh, from, to, -1);
    const width = mesh.rows ? Math.min(to - from, modes) : modes;
    const first = columnStart[from]!;
    for (let k = first; k < columnStart[to]!; k++) {
      if (fixed?.[k] === 1) continue;
      const both = Math.min(inputs[k - first]!, width) + Math.min(outputs[k - first]!, width);
      numbers[k] = Math.max(1, both - width - 1);
    }
  }
  return numbers;
}

/** Triangular meshes have 1 along their base, 2 in the next row, and so on. */
function diamondNumbers({ modes, pairs }: Mesh): Int32Array {
  const base = diamondBlock(modes).first;
  return Int32Array.from({ length: pairs.length / 2 }, (_, k) => Math.abs(pairs[2 * k]! - base) + 1);
}

/** Runs of columns [from, to) without a permutation inside. */
function stretches(mesh: Mesh): [number, number][] {
  const columns = columnCount(mesh);
  const { rows, modes } = mesh;
  if (rows === undefined) return [[0, columns]];
  const found: [number, number][] = [];
  let from = 0;
  for (let column = 1; column <= columns; column++) {
    const before = rows.subarray((column - 1) * modes, column * modes);
    const isMoved = before.some((row, waveguide) => row !== rows[column * modes + waveguide]);
    if (!isMoved && column < columns) continue;
    found.push([from, column]);
    from = column;
  }
  return found;
}

/**
 * Light cones within columns [from, to): how many of the ports there reach each interferometer (direction 1), or
 * are reached by it (−1). Sets of ports are bits, 32 to a word; each interferometer joins those of its two ports.
 */
function coneSizes(mesh: Mesh, from: number, to: number, direction: 1 | -1): Int32Array {
  const { modes, pairs, columnStart } = mesh;
  const words = Math.ceil(modes / 32);
  const sets = new Int32Array(modes * words);
  for (let port = 0; port < modes; port++) sets[port * words + (port >> 5)] = 1 << (port & 31);
  const first = columnStart[from]!;
  const count = columnStart[to]! - first;
  const sizes = new Int32Array(count);
  for (let step = 0; step < count; step++) {
    const k = direction === 1 ? step : count - 1 - step;
    const top = pairs[2 * (first + k)]! * words;
    const bottom = pairs[2 * (first + k) + 1]! * words;
    let size = 0;
    for (let word = 0; word < words; word++) {
      const union = sets[top + word]! | sets[bottom + word]!;
      sets[top + word] = union;
      sets[bottom + word] = union;
      size += bitCount(union);
    }
    sizes[k] = size;
  }
  return sizes;
}

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
