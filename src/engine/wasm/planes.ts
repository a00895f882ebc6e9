import type { Arena } from './arena';

/** A complex array in WASM memory: two planes with rows of `ld` floats. */
export interface Planes {
  readonly re: number;
  readonly im: number;
  readonly ld: number;
}

export function allocatePlanes(arena: Arena, rows: number, ld: number): Planes {
  return { re: arena.floats(rows * ld), im: arena.floats(rows * ld), ld };
}

/** Floats per row of a batch of samples: modes rounded up to a panel of 8. */
export function batchStride(modes: number): number {
  return 8 * Math.ceil(modes / 8);
}

/**
 * Floats per row of a matrix: modes rounded up to a tile of 16, plus one tile, so that the rows a mesh
 * walks over do not all fall into the same cache sets.
 */
export function matrixStride(modes: number): number {
  return 16 * Math.ceil(modes / 16) + 16;
}

/** Lanes of a matrix row that hold something. */
export function matrixLanes(modes: number): number {
  return 16 * Math.ceil(modes / 16);
}

/** Copies whole rows between planes of one stride. */
export function copyRows(arena: Arena, from: Planes, to: Planes, rows: number): void {
  arena.copy(from.re, to.re, rows * from.ld);
  arena.copy(from.im, to.im, rows * from.ld);
}

/** The planes from some row on. */
export function fromRow({ re, im, ld }: Planes, row: number): Planes {
  return { re: re + 4 * row * ld, im: im + 4 * row * ld, ld };
}
