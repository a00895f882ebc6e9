import type { Mesh } from '../mesh';
import { diamondBlock } from '../meshes/diamond';

/** One entry below the diagonal, and the interferometer that clears it. */
export interface Step {
  readonly device: number;
  /** `input`: acts on two columns, the entry is in their upper column. `output`: on two rows, in their lower row. */
  readonly side: 'input' | 'output';
  /** The entry's row for an input, its column for an output. */
  readonly line: number;
}

/** In which order a matrix is reduced to a diagonal one. */
export interface Schedule {
  /** First port of the block that reaches every unitary, and its size. */
  readonly first: number;
  readonly size: number;
  readonly steps: readonly Step[];
}

/** The schedule of a universal mesh; undefined for the others. */
export function scheduleOf(mesh: Mesh): Schedule | undefined {
  switch (mesh.kind) {
    case 'rectangular':
      return rectangularSchedule(mesh, 1);
    case 'three-splitter':
      return rectangularSchedule(mesh, 2);
    case 'triangular':
      return triangularSchedule(mesh, 0, mesh.modes);
    case 'diamond': {
      const { first, size } = diamondBlock(mesh.modes);
      return triangularSchedule(mesh, first, size);
    }
    case 'butterfly':
    case 'permuting':
    case 'tree':
      return undefined;
  }
}

/**
 * Rectangular meshes are emptied from both ends along diagonals (Clements et al., Optica 3, 1460 (2016)).
 * @param depth columns per column of interferometers; they are the last of them
 */
function rectangularSchedule(mesh: Mesh, depth: number): Schedule {
  const size = mesh.modes;
  const steps: Step[] = [];
  for (let diagonal = 0; diagonal < size - 1; diagonal++) {
    for (let j = 0; j <= diagonal; j++) {
      steps.push(
        diagonal % 2 === 0
          ? {
              device: deviceAt(mesh, depth * (j + 1) - 1, diagonal - j),
              side: 'input',
              line: size - 1 - j,
            }
          : {
              device: deviceAt(mesh, depth * (size - j) - 1, size - 2 - diagonal + j),
              side: 'output',
              line: j,
            },
      );
    }
  }
  return { first: 0, size, steps };
}

/** Triangular meshes are emptied from their inputs, one falling line after the other, the last row first. */
function triangularSchedule(mesh: Mesh, first: number, size: number): Schedule {
  const steps: Step[] = [];
  for (let line = 0; line < size - 1; line++) {
    for (let top = 0; top < size - 1 - line; top++) {
      const device = deviceAt(mesh, 2 * line + top, first + top);
      steps.push({ device, side: 'input', line: size - 1 - line });
    }
  }
  return { first, size, steps };
}

/**
 * The interferometer of a column whose upper port is `top`. In a diamond the pairs of a column lie side by side round
 * the middle, in the others from port 0 or 1 on: every second pair of neighbours.
 */
function deviceAt({ pairs, columnStart }: Mesh, column: number, top: number): number {
  const start = columnStart[column] ?? 0;
  const device = start + (top - (pairs[2 * start] ?? 0)) / 2;
  if (pairs[2 * device] !== top)
    throw new RangeError(`No interferometer at port ${top} in column ${column}.`);
  return device;
}
