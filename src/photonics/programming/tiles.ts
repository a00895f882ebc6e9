import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';
import { block } from '../complex-matrix';
import type { Programmed, ProgramRequest } from './program';
import { programMatrix } from './program';

/** A part of a larger matrix on meshes of its own. */
export interface Tile {
  /** Where the part lies in the whole, and its size; at the lower and right edge it can be smaller than a tile. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly programmed: Programmed;
}

/**
 * Any M × N matrix on chips of `tile` × `tile`: cut into ⌈M/tile⌉ · ⌈N/tile⌉ parts, row by row, each U·Σ·V; the
 * products of tiles in one row are added up behind their detectors. Faults are those of {@link programMatrix}.
 */
export function programTiles(
  request: Omit<ProgramRequest, 'form' | 'modes' | 'flaws'>,
  tile: number,
): Result<readonly Tile[]> {
  const tiles: Tile[] = [];
  for (let row = 0; row < request.rows; row += tile) {
    for (let column = 0; column < request.columns; column += tile) {
      const rows = Math.min(tile, request.rows - row);
      const columns = Math.min(tile, request.columns - column);
      const matrix = block(request.matrix, request.columns, row, column, rows, columns);
      const modes = request.mesh === 'diamond' ? 2 * tile - 2 : tile;
      const programmed = programMatrix({
        ...request,
        rows,
        columns,
        matrix,
        modes,
        form: 'usv',
        flaws: undefined,
      });
      if (!programmed.ok) return programmed;
      tiles.push({ row, column, rows, columns, programmed: programmed.value });
    }
  }
  return ok(tiles);
}
