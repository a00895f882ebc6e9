import { describe, expect, it } from 'vitest';
import { checkerboardNumbers } from './checkerboard';
import { columnCount, rectangularMesh } from './mesh';
import { butterflyMesh } from './meshes/butterfly';
import { diamondBlock, diamondMesh } from './meshes/diamond';
import { permutingMesh } from './meshes/permuting';
import { threeSplitterMesh } from './meshes/three-splitter';
import { treeMesh } from './meshes/tree';
import { triangularMesh } from './meshes/triangular';

/** Rows are the upper port, columns the mesh column (Pai et al. 2019, as computed by neurophox). */
const PUBLISHED: Record<number, readonly (readonly number[])[]> = {
  3: [
    [1, 0, 1],
    [0, 2, 0],
  ],
  4: [
    [1, 0, 2, 0],
    [0, 3, 0, 1],
    [1, 0, 2, 0],
  ],
  6: [
    [1, 0, 2, 0, 2, 0],
    [0, 3, 0, 4, 0, 1],
    [1, 0, 5, 0, 3, 0],
    [0, 3, 0, 4, 0, 1],
    [1, 0, 2, 0, 2, 0],
  ],
  8: [
    [1, 0, 2, 0, 2, 0, 2, 0],
    [0, 3, 0, 4, 0, 4, 0, 1],
    [1, 0, 5, 0, 6, 0, 3, 0],
    [0, 3, 0, 7, 0, 5, 0, 1],
    [1, 0, 5, 0, 6, 0, 3, 0],
    [0, 3, 0, 4, 0, 4, 0, 1],
    [1, 0, 2, 0, 2, 0, 2, 0],
  ],
};

describe('checkerboard numbers', () => {
  it.each([3, 4, 6, 8])('equal the published table of %d modes', (modes) => {
    const rows = PUBLISHED[modes] ?? [];
    const byColumn = rows[0]
      ?.flatMap((_, column) => rows.map((row) => row[column] ?? 0))
      .filter((alpha) => alpha > 0);
    expect([...checkerboardNumbers(rectangularMesh(modes))]).toEqual(byColumn);
  });

  it('rise from 1 to N − 1 along the diagonals of a triangular mesh', () => {
    const mesh = triangularMesh(9);
    checkerboardNumbers(mesh).forEach((alpha, k) => expect(alpha).toBe((mesh.pairs[2 * k] ?? 0) + 1));
  });

  it('are those of a triangular mesh on both halves of a diamond', () => {
    const mesh = diamondMesh(8);
    const { first, size } = diamondBlock(8);
    const numbers = checkerboardNumbers(mesh);
    const lower = [...numbers].filter((_, k) => (mesh.pairs[2 * k] ?? 0) >= first);
    expect(lower).toEqual([...checkerboardNumbers(triangularMesh(size))]);
    const upper = [...numbers].filter((_, k) => (mesh.pairs[2 * k] ?? 0) <= first);
    expect(upper.toSorted()).toEqual(lower.toSorted());
  });

  it('are those of the rectangular mesh behind fixed couplers, which have 0', () => {
    const mesh = threeSplitterMesh(7);
    const numbers = [...checkerboardNumbers(mesh)];
    expect(numbers.filter((_, k) => mesh.fixed?.[k] === 0)).toEqual([
      ...checkerboardNumbers(rectangularMesh(7)),
    ]);
    expect(numbers.every((alpha, k) => (alpha === 0) === (mesh.fixed?.[k] === 1))).toBe(true);
  });

  it('are 1 where every column is followed by a permutation', () => {
    for (const mesh of [butterflyMesh(16), treeMesh(16)])
      expect(new Set(checkerboardNumbers(mesh))).toEqual(new Set([1]));
  });

  it('stay within the blocks of a permuting mesh', () => {
    const mesh = permutingMesh(16);
    const numbers = checkerboardNumbers(mesh);
    const middles = Array.from(
      { length: columnCount(mesh) },
      (_, column) => numbers[(mesh.columnStart[column] ?? 0) + 3],
    );
    expect(middles).toEqual([1, 3, 3, 1, 1, 3, 3, 1, 1, 3, 3, 1, 1, 3, 3, 1]);
  });
});
