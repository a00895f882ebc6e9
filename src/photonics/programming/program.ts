import type { MeshPhases } from '../haar';
import type { MeshKind } from '../mesh';
import type { ComplexPlanes, MeshFlaws } from '../propagate';

/** A square matrix to be set on a mesh, and what is known of the chip. */
export interface ProgramRequest {
  readonly size: number;
  /** Row-major size × size. */
  readonly matrix: ComplexPlanes;
  readonly mesh: MeshKind;
  /** `u`: one mesh, the nearest unitary where the matrix is none. `usv`: U·diag(t)·V with one gain, any matrix. */
  readonly form: 'u' | 'usv';
  /** Known flaws per mesh (V before U for `usv`); undefined for ideal couplers. */
  readonly flaws: readonly (MeshFlaws | undefined)[] | undefined;
}

/** Phases that realise a matrix, and how well. */
export interface Programmed {
  readonly mesh: MeshKind;
  /** U, and for `usv` V, the attenuator angles alpha and the gain: matrix ≈ gain·U·diag(sin(alpha/2))·V. */
  readonly u: MeshPhases;
  readonly v: MeshPhases | undefined;
  readonly alpha: Float64Array | undefined;
  readonly gain: number;
  /** What was set: the matrix itself, the unitary nearest to it, or its singular value decomposition. */
  readonly made: 'unitary' | 'nearest-unitary' | 'svd';
  /** Frobenius norm of (matrix set on the given chip − matrix), over that of the matrix. */
  readonly residual: number;
  /** How far the given matrix is from unitary: |M·Mᴴ − 1|_F / √size. */
  readonly nonUnitarity: number;
  /** Interferometers that known flaws kept from their setting. */
  readonly outOfReach: number;
}
