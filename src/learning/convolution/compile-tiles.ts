import type { Convolution } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';
import type { LinearCompiler } from '../compile-linear';
import { layerMatrix } from '../layer-matrix';
import type { PlanLinear } from '../plan';
import type { TiledMatrix } from './plan';

/** A real matrix to be laid on tiles; where both quadratures are read, `rows` counts both. */
export type MatrixShape = Pick<TiledMatrix, 'rows' | 'columns' | 'complex'>;

/**
 * Fresh attenuators pass a third of the amplitude, so that training can make singular values up to three times as
 * large as the gain gives them at first; our choice.
 */
const OPEN_ANGLE = 2 * Math.asin(1 / 3);

/** Rows and columns of tiles under a matrix. */
export function tileGrid(tile: number, { rows, columns, complex }: MatrixShape): readonly [number, number] {
  return [Math.ceil((complex ? rows / 2 : rows) / tile), Math.ceil(columns / tile)];
}

export function tileCount(tile: number, shape: MatrixShape): number {
  const [down, across] = tileGrid(tile, shape);
  return down * across;
}

/** Lays a matrix on `usv` tiles of gain 1. */
export function compileTiles(
  compiler: LinearCompiler,
  { mesh, weights }: Pick<Convolution, 'mesh' | 'weights'>,
  tile: number,
  shape: MatrixShape,
): Result<TiledMatrix> {
  const layer = {
    form: 'usv',
    mesh,
    weights,
    frozen: [],
    gain: 1,
  } as const;
  const blocks: PlanLinear[] = [];
  for (let block = 0; block < tileCount(tile, shape); block++) {
    const linear = compiler.add(layer, tile, OPEN_ANGLE);
    if (!linear.ok) return linear;
    blocks.push(linear.value);
  }
  return ok({ ...shape, tile, blocks });
}

/**
 * The matrix with the gain that gives its outputs unit variance for inputs of this mean square. The first tile
 * stands for all: all are drawn by the same law, with the same losses.
 */
export function withUnitVariance(
  matrix: TiledMatrix,
  meanSquare: number,
  initial: Float64Array,
): TiledMatrix {
  const [first] = matrix.blocks;
  if (first === undefined) return matrix;
  const { re, im } = layerMatrix(first, initial).matrix;
  let power = 0;
  for (let i = 0; i < re.length; i++) power += (re[i] ?? 0) ** 2 + (matrix.complex ? (im[i] ?? 0) ** 2 : 0);
  const perEntry = power / re.length / (matrix.complex ? 2 : 1);
  const gain = 1 / Math.sqrt(matrix.columns * meanSquare * perEntry);
  return { ...matrix, blocks: matrix.blocks.map((block) => ({ ...block, gain })) };
}
