import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SparseMatrix } from '../../learning/plan';
import { sparseRows, transposed } from './sparse';

const SIZE = 6;

function dense({ rowStart, columns, values }: SparseMatrix): number[][] {
  const out = Array.from({ length: SIZE }, () => new Array<number>(SIZE).fill(0));
  for (let row = 0; row < SIZE; row++) {
    for (let at = rowStart[row] ?? 0; at < (rowStart[row + 1] ?? 0); at++)
      out[row]![columns[at] ?? 0]! += values[at] ?? 0;
  }
  return out;
}

function compressed(matrix: readonly (readonly number[])[]): SparseMatrix {
  const rowStart = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of matrix) {
    row.forEach((value, column) => {
      if (value === 0) return;
      columns.push(column);
      values.push(value);
    });
    rowStart.push(columns.length);
  }
  return {
    rowStart: Int32Array.from(rowStart),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}

const anyMatrix = fc.array(
  fc.array(fc.constantFrom(0, 0, 0, 1, -2, 0.5), { minLength: SIZE, maxLength: SIZE }),
  { minLength: SIZE, maxLength: SIZE },
);

it('transposes any matrix', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const turned = dense(transposed(compressed(matrix)));
      expect(turned).toEqual(matrix.map((_, row) => matrix.map((line) => line[row])));
    }),
  );
});

it('packs columns and weights side by side', () => {
  const { rows, entries } = sparseRows(
    compressed([
      [0, 0.5],
      [0, 0],
      [-2, 0],
    ]),
  );
  expect(Array.from(rows)).toEqual([0, 1, 1, 2]);
  expect(Array.from(entries.filter((_, i) => i % 2 === 0))).toEqual([1, 0]);
  expect(Array.from(new Float32Array(entries.buffer).filter((_, i) => i % 2 === 1))).toEqual([0.5, -2]);
});
