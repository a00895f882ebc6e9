import type { Mesh } from '../mesh';
import type { PortPairs } from './columns';
import { meshOfColumns, rowsOfOrders } from './columns';

/**
 * Permuting rectangular mesh (Pai et al., Phys. Rev. Applied 11, 064044 (2019)): the N columns of a rectangular
 * mesh in about log₂N blocks, and between blocks a fixed permutation that carries waveguides far. As many
 * interferometers as the rectangular mesh, nearer to random matrices when set at random; not every unitary.
 */
export function permutingMesh(modes: number): Mesh {
  const columns: PortPairs[] = [];
  const orders: (readonly number[])[] = [];
  let order: readonly number[] = Array.from({ length: modes }, (_, row) => row);
  permutingBlocks(modes).forEach(({ columns: count, stride }) => {
    if (stride > 0) order = permuted(order, rectangularPermutation(modes, stride));
    for (let c = 0; c < count; c++) {
      const pairs: [number, number][] = [];
      for (let row = c % 2; row + 1 < modes; row += 2) pairs.push([order[row]!, order[row + 1]!]);
      columns.push(pairs);
      orders.push(order);
    }
  });
  orders.push(order);
  return meshOfColumns('permuting', modes, columns, { rows: rowsOfOrders(orders) });
}

/** Columns of a block and the stride of the permutation before it (0 for none). */
export interface PermutingBlock {
  readonly columns: number;
  readonly stride: number;
}

/**
 * Blocks of even length that share the N columns, with strides 2, 4, 8 … in an order that alternates between
 * near and far: the sizes of Pai et al.'s own implementation.
 */
export function permutingBlocks(modes: number): readonly PermutingBlock[] {
  const count = Math.max(1, Math.round(Math.log2(modes)));
  const share = Math.floor(modes / count);
  const length = share + (share % 2);
  const strides = [0, ...strideOrder(count - 1).map((exponent) => 2 ** exponent)];
  return strides
    .map((stride, block) => ({
      columns: block < count - 1 ? length : modes - length * (count - 1),
      stride,
    }))
    .filter(({ columns }) => columns > 0);
}

/** 1 … n: those of n's parity rising, then the others falling. */
function strideOrder(n: number): number[] {
  const all = Array.from({ length: n }, (_, i) => i + 1);
  const isFirst = (exponent: number): boolean => (n - exponent) % 2 === 0;
  return [...all.filter(isFirst), ...all.filter((exponent) => !isFirst(exponent)).reverse()];
}

/**
 * Where each row goes: even rows up by `stride`, odd ones down, turned back at the edges. It is what `stride`
 * columns of a rectangular mesh do when all its interferometers cross.
 */
export function rectangularPermutation(modes: number, stride: number): Int32Array {
  return Int32Array.from({ length: modes }, (_, row) => {
    const to = row % 2 === 0 ? row - stride : row + stride;
    if (to < 0) return -1 - to;
    return to < modes ? to : 2 * modes - 1 - to;
  });
}

function permuted(order: readonly number[], destination: Int32Array): number[] {
  const next = new Array<number>(order.length).fill(0);
  order.forEach((waveguide, row) => (next[destination[row]!] = waveguide));
  return next;
}
