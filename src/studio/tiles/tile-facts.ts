import type { TiledStage } from '../../learning/convolution/tile-map';
import { settings } from '../../learning/convolution/tile-map';

/** One tile under a matrix. */
export interface TileFacts {
  /** First and last row (output) and column (input) of the matrix on this tile, counted from 1. */
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
  /** Shares of the tile's rows and columns that the matrix reaches, 0 … 1. */
  readonly down: number;
  readonly across: number;
  /** Phase shifters, fixed ones included. */
  readonly phases: number;
  /** Which setting of a chip of so many tiles holds it, counted from 1, and of how many. */
  readonly setting: readonly [number, number];
}

/** @param block position among the stage's tiles, row after row */
export function tileFacts(stage: TiledStage, block: number, tilesOnChip: number): TileFacts {
  const { tile } = stage;
  const row = Math.floor(block / stage.across);
  const column = block % stage.across;
  const span = (index: number, end: number): readonly [number, number] => [
    index * tile + 1,
    Math.min(end, (index + 1) * tile),
  ];
  const rows = span(row, stage.rows);
  const columns = span(column, stage.columns);
  return {
    rows,
    columns,
    down: (rows[1] - rows[0] + 1) / tile,
    across: (columns[1] - columns[0] + 1) / tile,
    phases: stage.phases / (stage.down * stage.across),
    setting: [Math.floor(block / tilesOnChip) + 1, settings(stage, tilesOnChip)],
  };
}
