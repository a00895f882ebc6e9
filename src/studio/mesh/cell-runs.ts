import type { MeshSection } from './layout';

/** Columns of equal width that follow each other without crossings between them. */
export interface CellRun {
  readonly from: number;
  readonly to: number;
  /** Left edge and width of the whole run, in the chip's x. */
  readonly x: number;
  readonly width: number;
}

const known = new WeakMap<MeshSection, readonly CellRun[]>();

/** A mesh as few such runs: what one picture with a pixel a column can be stretched over. */
export function cellRuns(section: MeshSection): readonly CellRun[] {
  const found = known.get(section);
  if (found) return found;
  const { left, cell } = section;
  const runs: CellRun[] = [];
  let from = 0;
  for (let column = 1; column <= cell.length; column++) {
    const end = (left[column - 1] ?? 0) + (cell[column - 1] ?? 0);
    const goesOn =
      column < cell.length && cell[column] === cell[from] && Math.abs((left[column] ?? 0) - end) < 1e-9;
    if (goesOn) continue;
    const start = left[from] ?? 0;
    runs.push({ from, to: column, x: section.x + start, width: end - start });
    from = column;
  }
  known.set(section, runs);
  return runs;
}

/** Whether waveguides of this mesh change rows anywhere. */
export function hasCrossings(section: MeshSection): boolean {
  return section.left.some((left, column) => left > (column === 0 ? 0 : endOf(section, column - 1)) + 1e-9);
}

function endOf({ left, cell }: MeshSection, column: number): number {
  return (left[column] ?? 0) + (cell[column] ?? 0);
}
