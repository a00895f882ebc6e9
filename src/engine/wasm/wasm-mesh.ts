import { mziCount } from '../../photonics/mesh';
import type { PlanMesh } from '../../learning/plan';
import type { MeshFlaws } from '../../photonics/propagate';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import type { Planes } from './planes';
import { matrixLanes } from './planes';

/** One mesh in WASM memory: its static tables and the coefficients of the current phases. */
export class WasmMesh {
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #mesh: PlanMesh;
  readonly #count: number;
  readonly #stride: number;
  readonly #lanes: number;
  readonly #pairs: number;
  readonly #thetaErrors: number;
  readonly #phiErrors: number;
  readonly #flaws: number;
  readonly #weights: number;
  readonly #coefficients: number;
  readonly #sums: number;

  constructor(kernels: Kernels, arena: Arena, mesh: PlanMesh) {
    const { topology } = mesh;
    const count = mziCount(topology);
    const stride = 4 * Math.ceil(count / 4);
    this.#kernels = kernels;
    this.#mesh = mesh;
    this.#count = count;
    this.#stride = stride;
    this.#lanes = matrixLanes(topology.modes);
    this.#pairs = arena.putInts(topology.pairs);
    this.#arena = arena;
    this.#thetaErrors = arena.floats(stride);
    this.#phiErrors = arena.floats(stride);
    this.#flaws = arena.floats(4 * stride);
    this.#weights = arena.floats(3 * stride);
    this.#coefficients = arena.floats(8 * stride);
    this.#sums = arena.floats(4 * count);
    this.setFlaws(mesh.flaws);
  }

  /** Writes the tables of another die; their trigonometry is done here once, in f64. */
  setFlaws(flaws: MeshFlaws | undefined): void {
    const stride = this.#stride;
    const table = (address: number, columns: readonly ((k: number) => number)[]): void => {
      const values = this.#arena.f32(address, columns.length * stride);
      columns.forEach((column, index) => {
        for (let k = 0; k < stride; k++) values[index * stride + k] = column(k);
      });
    };
    const a = (k: number): number => flaws?.a[k] ?? 0;
    const b = (k: number): number => flaws?.b[k] ?? 0;
    table(this.#thetaErrors, [(k) => flaws?.theta[k] ?? 0]);
    table(this.#phiErrors, [(k) => flaws?.phi[k] ?? 0]);
    table(this.#flaws, [
      (k) => Math.cos(a(k) + b(k)),
      (k) => Math.sin(a(k) + b(k)),
      (k) => Math.cos(a(k) - b(k)),
      (k) => Math.sin(a(k) - b(k)),
    ]);
    table(this.#weights, [
      (k) => Math.cos(Math.PI / 4 + b(k)) ** 2,
      (k) => Math.sin(Math.PI / 4 + b(k)) ** 2,
      (k) => Math.cos(Math.PI / 4 + b(k)) * Math.sin(Math.PI / 4 + b(k)),
    ]);
  }

  /**
   * matrix ← diag(e^{i gamma}) · columns · matrix, times `gain`.
   * @param isIdentity whether the matrix still is diagonal, which saves a third of the work
   */
  apply(parameters: number, matrix: Planes, gain: number, isIdentity: boolean): void {
    const { topology, thetaOffset, phiOffset, gammaOffset, losses } = this.#mesh;
    const transmission = losses?.top[0] ?? 1;
    this.#kernels.coefficients(
      parameters + 4 * thetaOffset,
      parameters + 4 * phiOffset,
      this.#count,
      this.#thetaErrors,
      this.#phiErrors,
      this.#flaws,
      this.#stride,
      transmission,
      this.#coefficients,
    );
    this.#kernels.propagate(
      this.#pairs,
      this.#coefficients,
      this.#count,
      matrix.re,
      matrix.im,
      matrix.ld,
      this.#lanes,
      isIdentity ? 1 : 0,
    );
    this.#kernels.shiftRows(
      matrix.re,
      matrix.im,
      matrix.ld,
      topology.modes,
      parameters + 4 * gammaOffset,
      1,
      gain,
    );
  }

  /**
   * Un-propagates the mesh's matrix and its cotangent to the mesh's input, in place, and writes the
   * gradient of theta, phi and gamma.
   * @param gain the factor `apply` was given
   */
  backward(parameters: number, matrix: Planes, cotangent: Planes, gain: number, gradient: number): void {
    const { topology, thetaOffset, phiOffset, gammaOffset, losses } = this.#mesh;
    const transmission = losses?.top[0] ?? 1;
    const { modes } = topology;
    const gamma = parameters + 4 * gammaOffset;
    const { re, im, ld } = matrix;
    this.#kernels.rowPhaseGradient(re, im, cotangent.re, cotangent.im, ld, modes, gradient + 4 * gammaOffset);
    this.#kernels.shiftRows(re, im, ld, modes, gamma, -1, 1 / gain);
    this.#kernels.shiftRows(cotangent.re, cotangent.im, ld, modes, gamma, -1, gain);
    this.#kernels.unpropagate(
      this.#pairs,
      this.#coefficients,
      this.#count,
      re,
      im,
      cotangent.re,
      cotangent.im,
      ld,
      this.#lanes,
      1 / transmission ** 2,
      modes,
      this.#sums,
    );
    const theta = gradient + 4 * thetaOffset;
    this.#kernels.phaseGradient(
      this.#sums,
      this.#count,
      this.#weights,
      this.#stride,
      theta,
      gradient + 4 * phiOffset,
    );
  }
}
