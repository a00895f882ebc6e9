import { create } from 'zustand';
import type { Fault } from '../../lib/fault';
import type { MatrixSource } from '../../photonics/programming/matrix-sources';
import { MATRIX_SOURCES } from '../../photonics/programming/matrix-sources';
import type { Programmed } from '../../photonics/programming/program';
import type { ComplexPlanes } from '../../photonics/propagate';
import type { ParameterChange } from '../state/chip';
import type { Part } from './target';

/** A matrix of any shape, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly planes: ComplexPlanes;
}

/** What is to be set, and where. */
export interface ProgramChoice {
  readonly layer: number;
  readonly part: Part;
  readonly source: MatrixSource | 'own';
  /** Of a permutation's order and of a Haar-random matrix. */
  readonly seed: number;
  /** The pasted matrix; stays when another source is looked at. */
  readonly text: string;
  /** A file that takes the place of the text. */
  readonly file: { readonly name: string; readonly matrix: Matrix } | undefined;
  readonly useErrors: boolean;
}

/** Phases for the chosen matrix, and what the chip on screen would do with them. */
export interface Outcome {
  readonly wanted: Matrix;
  readonly programmed: Programmed;
  readonly changes: readonly ParameterChange[];
  /** What the chip would do at the wanted matrix's place, with its errors, converters and heat, times the gain. */
  readonly done: ComplexPlanes;
  /** Frobenius norm of (done − wanted), over that of wanted. */
  readonly deviation: number;
}

interface ProgramState extends ProgramChoice {
  /** The matrix, before anything is known of its phases. */
  readonly wanted: Matrix | undefined;
  readonly outcome: Outcome | undefined;
  /** Why there is no outcome. */
  readonly fault: Fault | undefined;
  readonly isBusy: boolean;
}

/** Lives as long as the page, so that nothing typed is lost when the panel closes. */
export const useProgram = create<ProgramState>()(() => ({
  layer: 0,
  part: 'layer',
  source: 'dft',
  seed: 1,
  text: '',
  file: undefined,
  useErrors: true,
  wanted: undefined,
  outcome: undefined,
  fault: undefined,
  isBusy: false,
}));

export function choose(change: Partial<ProgramChoice>): void {
  useProgram.setState(change);
}

/** Chooses a named matrix; a name that is none leaves the choice as it is. */
export function chooseMatrix(name: string): void {
  const source = MATRIX_SOURCES.find((each) => each === name);
  if (source !== undefined) choose({ layer: 0, part: 'layer', source });
}
