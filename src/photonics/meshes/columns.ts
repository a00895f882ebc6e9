import type { Mesh, MeshKind } from '../mesh';

/** One column: the upper and the lower port of each interferometer. */
export type PortPairs = readonly (readonly [number, number])[];

/** A mesh from its columns in the order of light. */
export function meshOfColumns(
  kind: MeshKind,
  modes: number,
  columns: readonly PortPairs[],
  extras: Pick<Mesh, 'rows' | 'fixed'> = {},
): Mesh {
  const columnStart = new Int32Array(columns.length + 1);
  columns.forEach((column, c) => (columnStart[c + 1] = columnStart[c]! + column.length));
  return { kind, modes, pairs: Int32Array.from(columns.flat(2)), columnStart, ...extras };
}

/** Pairs of neighbouring ports (first, first + 1), (first + 2, first + 3) … up to port `last`. */
export function neighbours(first: number, last: number): PortPairs {
  const pairs: [number, number][] = [];
  for (let top = first; top < last; top += 2) pairs.push([top, top + 1]);
  return pairs;
}

/**
 * Rows of waveguides from their order in each column, top to bottom.
 * @param orders per column, and after the last, the waveguide of each row
 */
export function rowsOfOrders(orders: readonly (readonly number[])[]): Int32Array {
  const modes = orders[0]?.length ?? 0;
  const rows = new Int32Array(orders.length * modes);
  orders.forEach((order, column) =>
    order.forEach((waveguide, row) => (rows[column * modes + waveguide] = row)),
  );
  return rows;
}
