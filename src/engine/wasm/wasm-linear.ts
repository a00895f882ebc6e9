import type { Die } from '../../learning/die';
import type { PlanLinear } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import type { Planes } from './planes';
import { allocatePlanes, copyRows, matrixStride } from './planes';
import { WasmMesh } from './wasm-mesh';

/** A linear part as one dense matrix M = gain · U · diag(t) · V in WASM memory. */
export class WasmLinear {
  /** M of the last {@link compile}. */
  readonly matrix: Planes;
  /** Interferometers of its meshes. */
  readonly devices: number;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #linear: PlanLinear;
  readonly #modes: number;
  readonly #mesh: WasmMesh;
  readonly #before: WasmMesh | undefined;
  readonly #beforeAttenuators: Planes;

  /**
   * @param sigma standard deviation of the couplers' noise, radians
   * @param first number of the first interferometer among those of the whole network
   */
  constructor(kernels: Kernels, arena: Arena, linear: PlanLinear, sigma: number, first: number) {
    const { before, mesh } = linear;
    const { modes } = mesh.topology;
    const noiseFrom = (device: number) => (sigma > 0 ? { sigma, first: device } : undefined);
    const own = before ? mziCount(before.topology) : 0;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#linear = linear;
    this.#modes = modes;
    this.#before = before && new WasmMesh(kernels, arena, before, noiseFrom(first));
    this.#mesh = new WasmMesh(kernels, arena, mesh, noiseFrom(first + own));
    this.devices = own + mziCount(mesh.topology);
    this.matrix = allocatePlanes(arena, modes, matrixStride(modes));
    this.#beforeAttenuators =
      linear.attenuatorOffset === undefined ? this.matrix : allocatePlanes(arena, modes, matrixStride(modes));
  }

  /** Takes the flaws of its meshes from the front of `flaws`; returns what is left. */
  setFlaws(flaws: Die): Die {
    const [first, second] = flaws;
    this.#before?.setFlaws(first);
    this.#mesh.setFlaws(this.#before ? second : first);
    return flaws.slice(this.#before ? 2 : 1);
  }

  /**
   * Computes {@link matrix}.
   * @param vector address of the phases that light meets
   * @param key of the couplers' noise, or undefined for none
   */
  compile(vector: number, key: number | undefined): void {
    const { attenuatorOffset, gain } = this.#linear;
    const { re, im, ld } = this.matrix;
    this.#before?.compile(vector, key);
    this.#mesh.compile(vector, key);
    this.#kernels.setIdentity(re, im, ld, this.#modes);
    this.#before?.apply(vector, this.matrix, 1, true);
    if (attenuatorOffset !== undefined) {
      copyRows(this.#arena, this.matrix, this.#beforeAttenuators, this.#modes);
      this.#kernels.attenuateRows(re, im, ld, this.#modes, vector + 4 * attenuatorOffset);
    }
    this.#mesh.apply(vector, this.matrix, gain, !this.#before);
  }

  /**
   * Writes the gradient of its phases and attenuators.
   * @param cotangent of the matrix; overwritten
   * @param state scratch of the matrix's size
   */
  backward(vector: number, gradient: number, cotangent: Planes, state: Planes): void {
    const { attenuatorOffset, gain } = this.#linear;
    copyRows(this.#arena, this.matrix, state, this.#modes);
    this.#mesh.backward(vector, state, cotangent, gain, gradient);
    if (attenuatorOffset === undefined) return;
    const alphas = vector + 4 * attenuatorOffset;
    const { re, im, ld } = this.#beforeAttenuators;
    const [gRe, gIm] = [cotangent.re, cotangent.im];
    const out = gradient + 4 * attenuatorOffset;
    this.#kernels.attenuatorGradient(re, im, gRe, gIm, ld, this.#modes, alphas, out);
    if (!this.#before) return;
    this.#kernels.attenuateRows(gRe, gIm, ld, this.#modes, alphas);
    copyRows(this.#arena, this.#beforeAttenuators, state, this.#modes);
    this.#before.backward(vector, state, cotangent, 1, gradient);
  }
}
