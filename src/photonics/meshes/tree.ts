import type { Mesh } from '../mesh';
import type { PortPairs } from './columns';
import { meshOfColumns, rowsOfOrders } from './columns';

/**
 * Binary tree (Miller, Opt. Express 21, 6360 (2013)): log₂N columns, column c splits the light of 2^c waveguides,
 * those at multiples of N/2^c; N − 1 interferometers. N must be a power of two. Light that enters port 0 can leave
 * as any vector of N fields; as a matrix it is far from universal.
 *
 * In each column the waveguides that have been reached are drawn in the middle, the others above and below.
 */
export function treeMesh(modes: number): Mesh {
  const columns: PortPairs[] = [];
  const orders: number[][] = [];
  for (let stride = modes / 2; stride >= 1; stride /= 2) {
    columns.push(
      Array.from({ length: modes / (2 * stride) }, (_, k) => [2 * k * stride, (2 * k + 1) * stride] as const),
    );
    orders.push(drawn(modes, stride));
  }
  orders.push(drawn(modes, 1));
  return meshOfColumns('tree', modes, columns, { rows: rowsOfOrders(orders) });
}

/** Waveguides at multiples of `stride` in the middle, in order. */
function drawn(modes: number, stride: number): number[] {
  const all = Array.from({ length: modes }, (_, waveguide) => waveguide);
  const dark = all.filter((waveguide) => waveguide % stride !== 0);
  return [
    ...dark.filter((waveguide) => waveguide < modes / 2),
    ...all.filter((waveguide) => waveguide % stride === 0),
    ...dark.filter((waveguide) => waveguide >= modes / 2),
  ];
}
