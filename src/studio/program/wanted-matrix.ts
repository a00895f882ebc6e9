import { readComplexText } from '../../data/complex-csv';
import { readMatrix } from '../../data/matrix';
import type { ReadMatrix } from '../../data/matrix-limits';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { namedMatrix } from '../../photonics/programming/matrix-sources';
import type { Matrix, ProgramChoice } from './program-store';
import { programWords } from '../words/program';

/** The matrix that is chosen, for a mesh of `size` ports. */
export function wantedMatrix(choice: ProgramChoice, size: number): Result<Matrix> {
  const { source, seed, text, file } = choice;
  if (source === 'own') return file === undefined ? pasted(text) : ok(file.matrix);
  const named = namedMatrix(source, size, seed);
  return named.ok ? ok({ rows: size, columns: size, planes: named.value }) : named;
}

function pasted(text: string): Result<Matrix> {
  try {
    return ok(matrixOf(readComplexText(text, programWords.faults.pasted)));
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}

/** A matrix from a file's bytes: CSV or npy. */
export async function fileMatrix(file: File): Promise<Result<Matrix>> {
  try {
    return ok(matrixOf(readMatrix(new Uint8Array(await file.arrayBuffer()), file.name)));
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}

function matrixOf({ rows, columns, re, im }: ReadMatrix): Matrix {
  return { rows, columns, planes: { re, im } };
}
