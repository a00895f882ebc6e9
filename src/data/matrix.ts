import { readComplexText } from './complex-csv';
import type { ReadMatrix } from './matrix-limits';
import { MAX_MATRIX_BYTES, tooLargeMatrix } from './matrix-limits';
import { isNpy, readNpy } from './npy';

/**
 * Reads a matrix from a file's bytes, by its content: an `.npy` array or text. Throws `data/bad-matrix`,
 * `data/bad-npy` or `data/too-large`.
 */
export function readMatrix(bytes: Uint8Array, name: string): ReadMatrix {
  if (bytes.length > MAX_MATRIX_BYTES) throw tooLargeMatrix(name, bytes.length, 'bytes');
  if (isNpy(bytes)) return readNpy(bytes, name);
  return readComplexText(new TextDecoder().decode(bytes), name);
}
