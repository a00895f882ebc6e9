import { dataFault, grouped } from './bytes';

/** A matrix as it was read: rows × columns complex numbers, row-major. */
export interface ReadMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Entries beyond this are no matrix for a chip, even cut into tiles; it also bounds memory for garbage. */
export const MAX_ENTRIES = 2 ** 20;
/** So many entries as text with all their digits, or as an array file. */
export const MAX_MATRIX_BYTES = 64 * MAX_ENTRIES;

/** The fault of a matrix that is too large to be read. */
export function tooLargeMatrix(name: string, count: number, what: 'entries' | 'bytes') {
  const most = what === 'entries' ? MAX_ENTRIES : MAX_MATRIX_BYTES;
  return dataFault(
    'too-large',
    `${name} has ${grouped(count)} ${what}, and at most ${grouped(most)} can be read.`,
    'Use a smaller matrix.',
    name,
  );
}
