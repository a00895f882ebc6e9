import type { Die } from '../../learning/die';
import type { PlanLayer } from '../../learning/plan';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import { kernelActivation } from './kinds';
import type { Planes } from './planes';
import { allocatePlanes, batchStride, matrixStride } from './planes';
import { WasmMesh } from './wasm-mesh';

/** Samples of an outer product taken at a time: their packed panel fills half the first-level cache. */
const OUTER_DEPTH = 256;

/** Memory that all layers share because only one uses it at a time. */
export interface LayerScratch {
  /** Packed right-hand side of a matrix product. */
  readonly panels: number;
  /** Transposed cotangents, [mode][sample]. */
  readonly transposed: Planes;
  /** Cotangent of the layer's matrix, and the matrix walked backward. */
  readonly cotangent: Planes;
  readonly state: Planes;
}

export function allocateLayerScratch(arena: Arena, modes: number, rows: number): LayerScratch {
  const stride = batchStride(modes);
  const depth = Math.max(modes, OUTER_DEPTH);
  return {
    panels: arena.floats(2 * stride * depth),
    // The extra floats keep the rows out of the same cache sets.
    transposed: allocatePlanes(arena, stride, 4 * Math.ceil(rows / 4) + 16),
    cotangent: allocatePlanes(arena, modes, matrixStride(modes)),
    state: allocatePlanes(arena, modes, matrixStride(modes)),
  };
}

/** A layer's linear part as a dense matrix, and its nonlinearity, in WASM memory. */
export class WasmLayer {
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #layer: PlanLayer;
  readonly #modes: number;
  readonly #lanes: number;
  readonly #scratch: LayerScratch;
  readonly #mesh: WasmMesh;
  readonly #before: WasmMesh | undefined;
  readonly #matrix: Planes;
  readonly #beforeAttenuators: Planes;
  readonly #kind: number;
  readonly #constants: number;

  constructor(kernels: Kernels, arena: Arena, layer: PlanLayer, scratch: LayerScratch) {
    const { modes } = layer.mesh.topology;
    const activation = kernelActivation(layer.nonlinearity);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#layer = layer;
    this.#modes = modes;
    this.#lanes = batchStride(modes);
    this.#scratch = scratch;
    this.#mesh = new WasmMesh(kernels, arena, layer.mesh);
    this.#before = layer.before && new WasmMesh(kernels, arena, layer.before);
    this.#matrix = allocatePlanes(arena, modes, matrixStride(modes));
    this.#beforeAttenuators = allocatePlanes(arena, modes, matrixStride(modes));
    this.#kind = activation.kind;
    this.#constants = arena.putFloats(activation.constants, 4);
  }

  /** Whether the nonlinearity is the identity, so that its output is its input. */
  get isLinear(): boolean {
    return this.#kind === 0;
  }

  /** Takes the flaws of this layer's meshes from the front of `flaws`; returns what is left. */
  setFlaws(flaws: Die): Die {
    const [first, second] = flaws;
    this.#before?.setFlaws(first);
    this.#mesh.setFlaws(this.#before ? second : first);
    return flaws.slice(this.#before ? 2 : 1);
  }

  /** M = gain · U · diag(t) · V from the current parameters. */
  compile(parameters: number): void {
    const { attenuatorOffset, gain } = this.#layer;
    const { re, im, ld } = this.#matrix;
    this.#kernels.setIdentity(re, im, ld, this.#modes);
    this.#before?.apply(parameters, this.#matrix, 1, true);
    if (attenuatorOffset !== undefined) {
      this.#copy(this.#matrix, this.#beforeAttenuators);
      this.#kernels.attenuateRows(re, im, ld, this.#modes, parameters + 4 * attenuatorOffset);
    }
    this.#mesh.apply(parameters, this.#matrix, gain, !this.#before);
  }

  /** z = M·x for every sample. */
  multiply(x: Planes, z: Planes, rows: number): void {
    const { panels } = this.#scratch;
    const { re, im, ld } = this.#matrix;
    this.#kernels.packTransposed(re, im, ld, this.#modes, this.#lanes, panels);
    this.#kernels.gemm(rows, this.#lanes, this.#modes, x.re, x.im, x.ld, panels, z.re, z.im, z.ld, 0);
  }

  /** out = f(z) */
  activate(parameters: number, z: Planes, out: Planes, rows: number): void {
    const at = this.#nonlinearityAt(parameters);
    this.#kernels.activate(
      this.#kind,
      this.#constants,
      at.tap,
      at.detuning,
      rows,
      z.ld,
      z.re,
      z.im,
      out.re,
      out.im,
    );
  }

  /** g becomes the cotangent of z; adds the nonlinearity's gradient. */
  activateBackward(parameters: number, gradient: number, z: Planes, g: Planes, rows: number): void {
    if (this.isLinear) return;
    const at = this.#nonlinearityAt(parameters);
    const to = this.#nonlinearityAt(gradient);
    this.#kernels.activateBackward(
      this.#kind,
      this.#constants,
      at.tap,
      at.detuning,
      rows,
      z.ld,
      z.re,
      z.im,
      g.re,
      g.im,
      to.tap,
      to.detuning,
    );
  }

  /** out = Mᴴ·g: the cotangent of the layer's input. */
  multiplyAdjoint(g: Planes, out: Planes, rows: number): void {
    const { panels } = this.#scratch;
    const { re, im, ld } = this.#matrix;
    this.#kernels.packRows(re, im, ld, this.#modes, this.#lanes, 1, panels);
    this.#kernels.gemm(rows, this.#lanes, this.#modes, g.re, g.im, g.ld, panels, out.re, out.im, out.ld, 0);
  }

  /** Gradient of the layer's phases from its input x and the cotangent g of z. */
  backward(parameters: number, gradient: number, x: Planes, g: Planes, rows: number): void {
    this.#outer(g, x, rows);
    const { attenuatorOffset, gain } = this.#layer;
    const { cotangent, state } = this.#scratch;
    this.#copy(this.#matrix, state);
    this.#mesh.backward(parameters, state, cotangent, gain, gradient);
    if (attenuatorOffset === undefined) return;
    const alphas = parameters + 4 * attenuatorOffset;
    const { re, im, ld } = this.#beforeAttenuators;
    this.#kernels.attenuatorGradient(
      re,
      im,
      cotangent.re,
      cotangent.im,
      ld,
      this.#modes,
      alphas,
      gradient + 4 * attenuatorOffset,
    );
    if (!this.#before) return;
    this.#kernels.attenuateRows(cotangent.re, cotangent.im, ld, this.#modes, alphas);
    this.#copy(this.#beforeAttenuators, state);
    this.#before.backward(parameters, state, cotangent, 1, gradient);
  }

  /** cotangent = Σ g·xᴴ over samples. */
  #outer(g: Planes, x: Planes, rows: number): void {
    const { panels, transposed, cotangent } = this.#scratch;
    const padded = 4 * Math.ceil(rows / 4);
    this.#kernels.transpose(g.re, g.ld, padded, this.#lanes, transposed.re, transposed.ld);
    this.#kernels.transpose(g.im, g.ld, padded, this.#lanes, transposed.im, transposed.ld);
    for (let first = 0; first < rows; first += OUTER_DEPTH) {
      const depth = Math.min(OUTER_DEPTH, rows - first);
      const row = 4 * first * x.ld;
      this.#kernels.packRows(x.re + row, x.im + row, x.ld, depth, this.#lanes, 1, panels);
      this.#kernels.gemm(
        this.#modes,
        this.#lanes,
        depth,
        transposed.re + 4 * first,
        transposed.im + 4 * first,
        transposed.ld,
        panels,
        cotangent.re,
        cotangent.im,
        cotangent.ld,
        first > 0 ? 1 : 0,
      );
    }
  }

  #copy(from: Planes, to: Planes): void {
    const floats = this.#modes * from.ld;
    this.#arena.copy(from.re, to.re, floats);
    this.#arena.copy(from.im, to.im, floats);
  }

  #nonlinearityAt(vector: number): { tap: number; detuning: number } {
    const tap = vector + 4 * (this.#layer.nonlinearityOffset ?? 0);
    return { tap, detuning: tap + 4 * this.#modes };
  }
}
