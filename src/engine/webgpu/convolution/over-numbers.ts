import { longGrid } from '../grid';
import { NUMBER_THREADS } from './conv-kernels';

/** Grid over so many numbers of a batch. */
export function overNumbers(count: number): readonly [number, number] {
  return longGrid(Math.ceil(count / NUMBER_THREADS));
}
