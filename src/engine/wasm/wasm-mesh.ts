import { mziCount } from '../../photonics/mesh';
import type { PlanMesh } from '../../learning/plan';
import type { MeshFlaws } from '../../photonics/propagate';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import type { CouplerNoise } from './mesh-tables';
import { MeshTables } from './mesh-tables';
import type { Planes } from './planes';
import { matrixLanes } from './planes';

/** One mesh in WASM memory: its tables and the coefficients of the current phases. */
export class WasmMesh {
  readonly #kernels: Kernels;
  readonly #mesh: PlanMesh;
  readonly #tables: MeshTables;
  readonly #count: number;
  readonly #lanes: number;
  readonly #isPushPull: number;
  readonly #pairs: number;
  readonly #coefficients: number;
  readonly #sums: number;

  constructor(kernels: Kernels, arena: Arena, mesh: PlanMesh, noise: CouplerNoise | undefined) {
    const { topology } = mesh;
    const count = mziCount(topology);
    this.#kernels = kernels;
    this.#mesh = mesh;
    this.#tables = new MeshTables(kernels, arena, mesh, noise);
    this.#count = count;
    this.#lanes = matrixLanes(topology.modes);
    this.#isPushPull = mesh.drive === 'push-pull' ? 1 : 0;
    this.#pairs = arena.putInts(topology.pairs);
    this.#coefficients = arena.floats(8 * this.#tables.stride);
    this.#sums = arena.floats(4 * count);
  }

  /** Replaces the flaws by another die's. */
  setFlaws(flaws: MeshFlaws | undefined): void {
    this.#tables.setFlaws(flaws);
  }

  /** Takes over the phases at `vector`, and the couplers' noise of one presentation. */
  compile(vector: number, key: number | undefined): void {
    const { thetaOffset, phiOffset } = this.#mesh;
    const { thetaErrors, phiErrors, flaws, stride, losses } = this.#tables;
    this.#tables.present(key);
    this.#kernels.coefficients(
      vector + 4 * thetaOffset,
      vector + 4 * phiOffset,
      this.#count,
      thetaErrors,
      phiErrors,
      flaws,
      stride,
      losses,
      this.#isPushPull,
      this.#coefficients,
    );
  }

  /**
   * matrix ← diag(output·e^{i gamma}) · columns · matrix, times `gain`.
   * @param isIdentity whether the matrix still is diagonal, which saves a third of the work
   */
  apply(vector: number, matrix: Planes, gain: number, isIdentity: boolean): void {
    const { topology, gammaOffset } = this.#mesh;
    const { re, im, ld } = matrix;
    this.#kernels.propagate(
      this.#pairs,
      this.#coefficients,
      this.#count,
      re,
      im,
      ld,
      this.#lanes,
      isIdentity ? 1 : 0,
    );
    const gamma = vector + 4 * gammaOffset;
    this.#kernels.shiftRows(re, im, ld, topology.modes, gamma, 1, gain, this.#tables.output);
  }

  /**
   * Un-propagates the mesh's matrix and its cotangent to the mesh's input, in place, and writes the
   * gradient of theta, phi and gamma.
   * @param gain the factor `apply` was given
   */
  backward(vector: number, matrix: Planes, cotangent: Planes, gain: number, gradient: number): void {
    const { topology, thetaOffset, phiOffset, gammaOffset } = this.#mesh;
    const { output, unloseOutput, unlose, weights, stride } = this.#tables;
    const { modes } = topology;
    const gamma = vector + 4 * gammaOffset;
    const { re, im, ld } = matrix;
    const [gRe, gIm] = [cotangent.re, cotangent.im];
    this.#kernels.rowPhaseGradient(re, im, gRe, gIm, ld, modes, gradient + 4 * gammaOffset);
    this.#kernels.shiftRows(re, im, ld, modes, gamma, -1, 1 / gain, unloseOutput);
    this.#kernels.shiftRows(gRe, gIm, ld, modes, gamma, -1, gain, output);
    this.#kernels.unpropagate(
      this.#pairs,
      this.#coefficients,
      this.#count,
      re,
      im,
      gRe,
      gIm,
      ld,
      this.#lanes,
      unlose,
      modes,
      this.#sums,
    );
    this.#kernels.phaseGradient(
      this.#sums,
      this.#count,
      weights,
      stride,
      this.#isPushPull,
      gradient + 4 * thetaOffset,
      gradient + 4 * phiOffset,
    );
  }
}
