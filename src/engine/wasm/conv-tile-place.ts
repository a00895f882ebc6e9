import type { TiledMatrix } from '../../learning/convolution/plan';

/** What of a dense vector one tile covers; in floats. */
export interface TilePlace {
  readonly at: number;
  /** Entries of a row of the matrix, and what of the tile lies inside the matrix. */
  readonly width: number;
  readonly rows: number;
  readonly columns: number;
  /** First entry of the imaginary parts; undefined with real weights. */
  readonly imaginary: number | undefined;
}

/**
 * Where a matrix's tile number `position`, row-major, belongs.
 * @param offset of the matrix in the dense vector
 */
export function tilePlace(matrix: TiledMatrix, position: number, offset: number): TilePlace {
  const { tile, columns: width, complex } = matrix;
  const height = complex ? matrix.rows / 2 : matrix.rows;
  const across = Math.ceil(width / tile);
  const top = Math.floor(position / across) * tile;
  const left = (position % across) * tile;
  const at = offset + top * width + left;
  return {
    at,
    width,
    rows: Math.min(tile, height - top),
    columns: Math.min(tile, width - left),
    imaginary: complex ? at + height * width : undefined,
  };
}
