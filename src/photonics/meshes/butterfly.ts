import type { Mesh } from '../mesh';
import type { PortPairs } from './columns';
import { meshOfColumns, rowsOfOrders } from './columns';

/**
 * Butterfly mesh, the graph of the fast Fourier transform (for photonics: Fang et al., Opt. Express 27, 14009
 * (2019)): log₂N columns, column s couples waveguides 2^s apart. N must be a power of two. Not universal: it has
 * N·log₂N/2 interferometers, and reaches the Fourier transform with its inputs in bit-reversed order.
 *
 * Between columns the waveguides are shuffled so that partners lie next to each other.
 */
export function butterflyMesh(modes: number): Mesh {
  const columns: PortPairs[] = [];
  const orders: number[][] = [];
  let order = Array.from({ length: modes }, (_, row) => row);
  for (let stride = 1; stride < modes; stride *= 2) {
    if (stride > 1) order = shuffled(order, stride / 2);
    orders.push(order);
    columns.push(Array.from({ length: modes / 2 }, (_, k) => [order[2 * k]!, order[2 * k + 1]!] as const));
  }
  orders.push(order);
  return meshOfColumns('butterfly', modes, columns, { rows: rowsOfOrders(orders) });
}

/** Interleaves the halves of every block of 4·half rows that hold partners of the next column. */
function shuffled(order: readonly number[], half: number): number[] {
  const size = 2 * half;
  return order.map((_, row) => {
    const block = row - (row % (2 * size));
    const within = row - block;
    return order[block + (within >> 1) + (within % 2) * size]!;
  });
}
