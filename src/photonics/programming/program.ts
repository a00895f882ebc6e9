import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { block, distance, frobenius, nonUnitarity, padded, product, scaled } from '../complex-matrix';
import type { MeshPhases } from '../haar';
import type { Mesh, MeshKind } from '../mesh';
import { MESH_MODES, mziCount } from '../mesh';
import { buildMesh } from '../meshes/build-mesh';
import type { ComplexPlanes, MeshFlaws } from '../propagate';
import { meshMatrix } from '../propagate';
import { nearestUnitary } from './nearest-unitary';
import { decomposeUnitary } from './nulling';
import { foreignFlaws, notUniversal, requestFault, tooFewModes } from './request-faults';
import type { Schedule } from './schedule';
import { scheduleOf } from './schedule';
import { singularValues } from './svd';
import { prepareVector } from './tree-vector';

/** A matrix to be set on a mesh, and what is known of the chip. */
export interface ProgramRequest {
  readonly rows: number;
  readonly columns: number;
  /** Row-major rows × columns; entry (i, j) takes light from the block's port j to its port i. */
  readonly matrix: ComplexPlanes;
  readonly mesh: MeshKind;
  /** Waveguides of the mesh; undefined for as few as the matrix needs. */
  readonly modes?: number | undefined;
  /**
   * `u`: one mesh and a gain, the nearest unitary where the matrix is none; square matrices only, or for a tree one
   * column. `usv`: U·diag(t)·V with one gain, any matrix; what the mesh has more than the matrix is zero.
   */
  readonly form: 'u' | 'usv';
  /** Known flaws per mesh (V before U for `usv`), nominal couplers included; undefined for ideal ones. */
  readonly flaws: readonly (MeshFlaws | undefined)[] | undefined;
}

/** Phases that realise a matrix, and how well. */
export interface Programmed {
  readonly mesh: MeshKind;
  /** Waveguides of the mesh, and the first of the ports that carry the matrix. */
  readonly modes: number;
  readonly firstPort: number;
  /** U, and for `usv` V, the attenuator angles alpha and the gain: matrix ≈ gain·U·diag(sin(alpha/2))·V. */
  readonly u: MeshPhases;
  readonly v: MeshPhases | undefined;
  readonly alpha: Float64Array | undefined;
  readonly gain: number;
  /** What was set: the matrix itself, the unitary nearest to it, its singular value decomposition, or a vector. */
  readonly made: 'unitary' | 'nearest-unitary' | 'svd' | 'vector';
  /** Frobenius norm of (matrix set on the given chip − matrix), over that of the matrix. */
  readonly residual: number;
  /** How far the matrix M is from a multiple of a unitary one, |M·Mᴴ/g² − 1|_F/√n with g² = |M|²_F/n; NaN if not square. */
  readonly nonUnitarity: number;
  /** Interferometers that known flaws kept from their setting. */
  readonly outOfReach: number;
}

/** Matrices this near to unitary are set as they are: far below what any chip resolves. */
const UNITARY = 1e-9;

/**
 * Sets a matrix on a mesh: Reck's or Clements' nulling with the couplers the chip really has (nulling.ts).
 * Faults: `programming/…` and `mesh/…`, each naming the field of the request.
 */
export function programMatrix(request: ProgramRequest): Result<Programmed> {
  const fault = requestFault(request);
  if (fault) return fail(fault);
  if (request.mesh === 'tree' && request.columns === 1 && request.form === 'u') return programVector(request);
  const size = Math.max(request.rows, request.columns, MESH_MODES.min);
  const modes = request.modes ?? (request.mesh === 'diamond' ? 2 * size - 2 : size);
  const mesh = buildMesh(request.mesh, modes);
  if (!mesh.ok) return mesh;
  const schedule = scheduleOf(mesh.value);
  if (!schedule) return fail(notUniversal(request.mesh, request.mesh === 'tree'));
  if (schedule.size < size) return fail(tooFewModes(modes, request.mesh === 'diamond' ? 2 * size - 2 : size));
  const wrong = request.flaws?.find((flaws) => flaws && flaws.a.length !== mziCount(mesh.value));
  if (wrong) return fail(foreignFlaws(mziCount(mesh.value), wrong.a.length));
  return ok(new Programming(mesh.value, schedule, request).run());
}

/** A matrix and its size, scaled so that squares neither overflow nor vanish. */
class Programming {
  readonly #mesh: Mesh;
  readonly #schedule: Schedule;
  readonly #request: ProgramRequest;
  readonly #scale: number;
  readonly #matrix: ComplexPlanes;

  constructor(mesh: Mesh, schedule: Schedule, request: ProgramRequest) {
    this.#mesh = mesh;
    this.#schedule = schedule;
    this.#request = request;
    this.#scale = scaleOf(request.matrix);
    const { re, im } = request.matrix;
    this.#matrix = { re: re.map((x) => x / this.#scale), im: im.map((x) => x / this.#scale) };
  }

  run(): Programmed {
    return this.#request.form === 'u' ? this.#one() : this.#two();
  }

  #one(): Programmed {
    const size = this.#request.rows;
    const rms = frobenius(this.#matrix) / Math.sqrt(size);
    const distanceFromUnitary = this.#nonUnitarity();
    const isUnitary = distanceFromUnitary <= UNITARY;
    const { unitary, gain } = isUnitary
      ? { unitary: scaled(this.#matrix, 1 / rms), gain: rms }
      : nearestUnitary(this.#matrix, size);
    const flaws = this.#request.flaws?.[0];
    const { phases, outOfReach } = decomposeUnitary(
      this.#mesh,
      this.#schedule,
      besideIdentity(unitary, size, this.#schedule.size),
      flaws,
    );
    const set = scaled(this.#measured(phases, flaws), gain);
    const all = gain * this.#scale;
    return {
      ...this.#base(),
      u: phases,
      v: undefined,
      alpha: undefined,
      gain: Math.abs(all - 1) < UNITARY ? 1 : all,
      made: isUnitary ? 'unitary' : 'nearest-unitary',
      residual: this.#residual(block(set, this.#schedule.size, 0, 0, size, size)),
      nonUnitarity: distanceFromUnitary,
      outOfReach,
    };
  }

  #two(): Programmed {
    const { rows, columns, flaws } = this.#request;
    const { size, first } = this.#schedule;
    const { u, sigma, vAdjoint } = singularValues(padded(this.#matrix, rows, columns, size), size);
    const before = decomposeUnitary(this.#mesh, this.#schedule, vAdjoint, flaws?.[0]);
    const after = decomposeUnitary(this.#mesh, this.#schedule, u, flaws?.[1]);
    // Attenuators take light away; an amplifier is needed only where a singular value is above 1.
    const gain = Math.max(1, (sigma[0] ?? 0) * this.#scale);
    const alpha = new Float64Array(this.#mesh.modes);
    sigma.forEach(
      (value, k) => (alpha[first + k] = 2 * Math.asin(Math.min(1, (value * this.#scale) / gain))),
    );
    const v = this.#measured(before.phases, flaws?.[0]);
    for (let k = 0; k < size; k++) {
      const factor = (gain / this.#scale) * Math.sin(alpha[first + k]! / 2);
      for (let i = k * size; i < (k + 1) * size; i++) {
        v.re[i] = v.re[i]! * factor;
        v.im[i] = v.im[i]! * factor;
      }
    }
    const set = product(this.#measured(after.phases, flaws?.[1]), v, size, size, size);
    return {
      ...this.#base(),
      u: after.phases,
      v: before.phases,
      alpha,
      gain,
      made: 'svd',
      residual: this.#residual(block(set, size, 0, 0, rows, columns)),
      nonUnitarity: this.#nonUnitarity(),
      outOfReach: before.outOfReach + after.outOfReach,
    };
  }

  #base() {
    return { mesh: this.#mesh.kind, modes: this.#mesh.modes, firstPort: this.#schedule.first };
  }

  /** What the chip does between the ports of the block. */
  #measured(phases: MeshPhases, flaws: MeshFlaws | undefined): ComplexPlanes {
    const { first, size } = this.#schedule;
    const whole = meshMatrix(this.#mesh, phases, flaws);
    return block(whole, this.#mesh.modes, first, first, size, size);
  }

  #residual(set: ComplexPlanes): number {
    const norm = frobenius(this.#matrix);
    return norm === 0 ? frobenius(set) : distance(set, this.#matrix) / norm;
  }

  #nonUnitarity(): number {
    const { rows, columns } = this.#request;
    if (rows !== columns) return Number.NaN;
    const rms = frobenius(this.#matrix) / Math.sqrt(rows);
    return rms === 0 ? 1 : nonUnitarity(scaled(this.#matrix, 1 / rms), rows);
  }
}

/** Sets a single column on a binary tree. */
function programVector({ rows, matrix, modes, flaws }: ProgramRequest): Result<Programmed> {
  const needed = 2 ** Math.max(1, Math.ceil(Math.log2(rows)));
  const mesh = buildMesh('tree', modes ?? needed);
  if (!mesh.ok) return mesh;
  const { modes: leaves } = mesh.value;
  if (leaves < rows) return fail(tooFewModes(leaves, needed));
  const known = flaws?.[0];
  if (known && known.a.length !== mziCount(mesh.value))
    return fail(foreignFlaws(mziCount(mesh.value), known.a.length));
  const scale = scaleOf(matrix);
  const vector = { re: new Float64Array(leaves), im: new Float64Array(leaves) };
  vector.re.set(matrix.re.map((x) => x / scale));
  vector.im.set(matrix.im.map((x) => x / scale));
  const length = frobenius(vector);
  const { phases, outOfReach } = prepareVector(mesh.value, vector, known);
  const set = block(scaled(meshMatrix(mesh.value, phases, known), length), leaves, 0, 0, leaves, 1);
  return ok({
    mesh: 'tree',
    modes: leaves,
    firstPort: 0,
    u: phases,
    v: undefined,
    alpha: undefined,
    gain: length * scale,
    made: 'vector',
    residual: distance(set, vector) / length,
    nonUnitarity: Number.NaN,
    outOfReach,
  });
}

/** The largest part of any entry; 1 for a matrix of zeros. */
function scaleOf({ re, im }: ComplexPlanes): number {
  let largest = 0;
  for (let i = 0; i < re.length; i++) largest = Math.max(largest, Math.abs(re[i]!), Math.abs(im[i]!));
  return largest === 0 ? 1 : largest;
}

/** The matrix in the upper left corner of an identity. */
function besideIdentity(a: ComplexPlanes, own: number, size: number): ComplexPlanes {
  const out = padded(a, own, own, size);
  for (let i = own; i < size; i++) out.re[i * size + i] = 1;
  return out;
}
