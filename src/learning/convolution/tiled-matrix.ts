import type { LayerMatrix } from '../layer-matrix';
import { layerGradient, layerMatrix } from '../layer-matrix';
import type { TiledMatrix } from './plan';

/** A tiled matrix's values, with what its gradient needs. */
export interface TiledValues {
  /** rows × columns, row-major. */
  readonly dense: Float64Array;
  readonly tiles: readonly LayerMatrix[];
}

/** Multiplies every tile's meshes and puts their real (and imaginary) parts where they belong. */
export function assemble(matrix: TiledMatrix, parameters: Float64Array): TiledValues {
  const dense = new Float64Array(matrix.rows * matrix.columns);
  const tiles = matrix.blocks.map((block) => layerMatrix(block, parameters));
  tiles.forEach((tile, index) => {
    eachEntry(matrix, index, (inTile, real, imaginary) => {
      dense[real] = tile.matrix.re[inTile] ?? 0;
      if (imaginary !== undefined) dense[imaginary] = tile.matrix.im[inTile] ?? 0;
    });
  });
  return { dense, tiles };
}

/**
 * Adds the gradient of the tiles' parameters.
 * @param cotangent dL = Σ cotangent·d(dense), rows × columns
 */
export function pullBackTiles(
  matrix: TiledMatrix,
  values: TiledValues,
  parameters: Float64Array,
  cotangent: Float64Array,
  gradient: Float64Array,
): void {
  const size = matrix.tile ** 2;
  matrix.blocks.forEach((block, index) => {
    const tile = values.tiles[index];
    if (tile === undefined) return;
    const slope = { re: new Float64Array(size), im: new Float64Array(size) };
    eachEntry(matrix, index, (inTile, real, imaginary) => {
      slope.re[inTile] = cotangent[real] ?? 0;
      if (imaginary !== undefined) slope.im[inTile] = cotangent[imaginary] ?? 0;
    });
    layerGradient(block, tile, parameters, slope, gradient);
  });
}

/** Visits the entries of one tile that lie inside the matrix: where they are in the tile and in `dense`. */
function eachEntry(
  { rows, columns, tile, complex }: TiledMatrix,
  index: number,
  visit: (inTile: number, real: number, imaginary: number | undefined) => void,
): void {
  const height = complex ? rows / 2 : rows;
  const across = Math.ceil(columns / tile);
  const top = Math.floor(index / across) * tile;
  const left = (index % across) * tile;
  for (let i = 0; i < tile && top + i < height; i++) {
    for (let j = 0; j < tile && left + j < columns; j++) {
      const at = (top + i) * columns + left + j;
      visit(i * tile + j, at, complex ? at + height * columns : undefined);
    }
  }
}
