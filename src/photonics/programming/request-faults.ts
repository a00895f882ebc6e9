import type { Fault } from '../../lib/fault';
import { MESH_MODES } from '../mesh';
import type { ComplexPlanes } from '../propagate';
import type { ProgramRequest } from './program';

/** What keeps a request from being programmed; undefined where nothing does. */
export function requestFault(request: ProgramRequest): Fault | undefined {
  const { rows, columns, matrix, form, mesh } = request;
  if (!isCount(rows) || !isCount(columns)) {
    return fault('empty', 'There is no matrix.', 'Paste at least two rows of numbers, or load a file.');
  }
  if (matrix.re.length !== rows * columns || matrix.im.length !== rows * columns) {
    return fault(
      'shape',
      `A matrix of ${rows} × ${columns} has ${rows * columns} entries, not ${matrix.re.length}.`,
      'Give every row the same number of entries.',
    );
  }
  const size = Math.max(rows, columns);
  if (size > MESH_MODES.max) {
    return fault(
      'too-large',
      `The matrix has ${rows} × ${columns} entries, and a mesh at most ${MESH_MODES.max} waveguides.`,
      'Use a smaller matrix, or cut it into tiles.',
    );
  }
  const isVector = mesh === 'tree' && columns === 1;
  if (form === 'u' && rows !== columns && !isVector) {
    return fault(
      'not-square',
      `One mesh has as many outputs as inputs, but the matrix has ${rows} rows and ${columns} columns.`,
      'Choose the form U·Σ·V, which takes any matrix, or make the matrix square.',
    );
  }
  if (form === 'u' && size < MESH_MODES.min && !isVector) {
    return fault('too-small', 'A mesh needs at least two waveguides.', 'Use a matrix of 2 × 2 or more.');
  }
  return entryFault(matrix, columns, form === 'u');
}

/** No matrix for light has entries above this; beyond, squares overflow. */
const LARGEST = 1e100;

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}

function entryFault({ re, im }: ComplexPlanes, columns: number, mustShine: boolean): Fault | undefined {
  let isDark = true;
  for (let i = 0; i < re.length; i++) {
    // Written so that NaN is caught as well.
    if (!(Math.abs(re[i]!) <= LARGEST && Math.abs(im[i]!) <= LARGEST)) {
      return fault(
        'not-finite',
        `The entry in row ${Math.floor(i / columns) + 1}, column ${(i % columns) + 1} is not a number of ordinary size.`,
        'Replace it by a finite number.',
      );
    }
    if (re[i] !== 0 || im[i] !== 0) isDark = false;
  }
  if (!isDark || !mustShine) return undefined;
  return fault(
    'zero',
    'All entries are zero, and one mesh alone cannot lose light.',
    'Choose the form U·Σ·V, or another matrix.',
  );
}

function fault(what: string, message: string, fix: string, where = 'matrix'): Fault {
  return { code: `programming/${what}`, message, fix, where };
}

/** A mesh that cannot be set to any given matrix. */
export function notUniversal(mesh: string, isTree: boolean): Fault {
  return fault(
    'not-universal',
    `A ${mesh} mesh cannot be set to any given matrix: it has too few interferometers, or in the wrong places.`,
    `Choose the rectangular, triangular, diamond or three-splitter mesh${
      isTree ? ', or give a single column: a tree sets any vector' : ', or train this one'
    }.`,
    'mesh',
  );
}

export function tooFewModes(modes: number, needed: number): Fault {
  return fault(
    'too-few-modes',
    `The mesh has ${modes} waveguides, and this matrix needs ${needed}.`,
    `Use ${needed} modes or more, or cut the matrix into tiles.`,
    'modes',
  );
}

export function foreignFlaws(expected: number, found: number): Fault {
  return fault(
    'flaws',
    `The known flaws are those of ${found} interferometers, but the mesh has ${expected}.`,
    'Give the flaws of a die with this mesh, or none.',
    'flaws',
  );
}
