import type { SparseMatrix } from '../../learning/plan';

/** Rows of a sparse matrix as the kernels read them. */
export interface SparseRows {
  /** First entry of each row, and their number. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** (column, bits of the f32 weight) per entry. */
  readonly entries: Uint32Array<ArrayBuffer>;
}

export function sparseRows({ rowStart, columns, values }: SparseMatrix): SparseRows {
  const entries = new Uint32Array(2 * columns.length);
  const weights = new Float32Array(entries.buffer);
  for (let at = 0; at < columns.length; at++) {
    entries[2 * at] = columns[at] ?? 0;
    weights[2 * at + 1] = values[at] ?? 0;
  }
  return { rows: Uint32Array.from(rowStart), entries };
}

/** The transpose, its rows' entries in rising order of their column. */
export function transposed({ rowStart, columns, values }: SparseMatrix): SparseMatrix {
  const start = new Int32Array(rowStart.length);
  for (const column of columns) start[column + 1] = (start[column + 1] ?? 0) + 1;
  for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
  const next = start.slice();
  const out = { columns: new Int32Array(columns.length), values: new Float64Array(columns.length) };
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (let at = rowStart[row] ?? 0; at < (rowStart[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0;
      const to = next[column] ?? 0;
      next[column] = to + 1;
      out.columns[to] = row;
      out.values[to] = values[at] ?? 0;
    }
  }
  return { rowStart: start, ...out };
}
