/**
 * The one data model of an interferometer mesh: columns of disjoint port pairs. Light enters column 0;
 * each pair is one Mach-Zehnder interferometer (`mzi`) with phases theta and phi; after the last column
 * every port has an output phase gamma.
 *
 *     U = diag(e^{i gamma}) · C_{K−1} · … · C_0
 */
export interface Mesh {
  readonly kind: MeshKind;
  /** Number of waveguides N. */
  readonly modes: number;
  /** Upper and lower port of each interferometer, column after column: 2 numbers each. */
  readonly pairs: Int32Array;
  /** First interferometer of each column, and the total at the end: length columns + 1. */
  readonly columnStart: Int32Array;
  /**
   * Where fixed permutations lie between columns: the row in which each waveguide is drawn (and built) in each
   * column, and after the last: (columns + 1) × modes. Ports are names of waveguides and never change;
   * without this, waveguide p stays in row p.
   */
  readonly rows?: Int32Array;
  /**
   * 1 where an element is a fixed 50:50 coupler instead of an interferometer: the third splitter of a
   * three-splitter cell. Its phases stay 0; see `idealFlaws` in ideal-flaws.ts.
   */
  readonly fixed?: Uint8Array;
}

export const MESH_KINDS = [
  'rectangular',
  'triangular',
  'butterfly',
  'permuting',
  'diamond',
  'tree',
  'three-splitter',
] as const;
export type MeshKind = (typeof MESH_KINDS)[number];

/** Waveguides that a mesh can have. */
export const MESH_MODES = { min: 2, max: 512 } as const;

/** Number of interferometers of a mesh. */
export function mziCount(mesh: Mesh): number {
  return mesh.pairs.length / 2;
}

/** Number of columns, the optical depth of a mesh in interferometers. */
export function columnCount(mesh: Mesh): number {
  return mesh.columnStart.length - 1;
}

/**
 * Rectangular mesh (Clements et al., Optica 3, 1460 (2016)): N columns, even ones couple ports (0,1),
 * (2,3)…, odd ones (1,2), (3,4)…; N(N−1)/2 interferometers reach every unitary.
 */
export function rectangularMesh(modes: number): Mesh {
  const pairs: number[] = [];
  const columnStart: number[] = [0];
  for (let column = 0; column < modes; column++) {
    for (let top = column % 2; top + 1 < modes; top += 2) pairs.push(top, top + 1);
    columnStart.push(pairs.length / 2);
  }
  return {
    kind: 'rectangular',
    modes,
    pairs: Int32Array.from(pairs),
    columnStart: Int32Array.from(columnStart),
  };
}
