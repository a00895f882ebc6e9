import type { Die } from '../../learning/die';
import type { PlanLayer } from '../../learning/plan';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import { kernelActivation } from './kinds';
import type { Planes } from './planes';
import { allocatePlanes, batchStride, matrixStride } from './planes';
import { WasmLinear } from './wasm-linear';

/** Samples of an outer product taken at a time: their packed panel fills half the first-level cache. */
export const OUTER_DEPTH = 256;

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

/** A layer's linear part and its nonlinearity, in WASM memory. */
export class WasmLayer {
  readonly linear: WasmLinear;
  readonly #kernels: Kernels;
  readonly #layer: PlanLayer;
  readonly #modes: number;
  readonly #lanes: number;
  readonly #scratch: LayerScratch;
  /** Mᵀ packed for products with a batch. */
  readonly #panels: number;
  readonly #kind: number;
  readonly #constants: number;

  /** @param sigma, first see {@link WasmLinear} */
  constructor(
    kernels: Kernels,
    arena: Arena,
    layer: PlanLayer,
    scratch: LayerScratch,
    sigma: number,
    first: number,
  ) {
    const { modes } = layer.mesh.topology;
    const activation = kernelActivation(layer.nonlinearity);
    this.linear = new WasmLinear(kernels, arena, layer, sigma, first);
    this.#kernels = kernels;
    this.#layer = layer;
    this.#modes = modes;
    this.#lanes = batchStride(modes);
    this.#scratch = scratch;
    this.#panels = arena.floats(2 * this.#lanes * modes);
    this.#kind = activation.kind;
    this.#constants = arena.putFloats(activation.constants, 4);
  }

  /** Whether the nonlinearity is the identity, so that its output is its input. */
  get isLinear(): boolean {
    return this.#kind === 0;
  }

  setFlaws(flaws: Die): Die {
    return this.linear.setFlaws(flaws);
  }

  /** Takes over the phases at `vector` and the couplers' noise of one presentation. */
  compile(vector: number, key: number | undefined): void {
    this.linear.compile(vector, key);
    const { re, im, ld } = this.linear.matrix;
    this.#kernels.packTransposed(re, im, ld, this.#modes, this.#lanes, this.#panels);
  }

  /** z = M·x for every sample; of z only the first `lanes` modes, a multiple of 8. */
  multiply(x: Planes, z: Planes, rows: number, lanes = this.#lanes): void {
    this.#kernels.gemm(rows, lanes, this.#modes, x.re, x.im, x.ld, this.#panels, z.re, z.im, z.ld, 0);
  }

  /** out = f(z) on the first `lanes` modes; `out` may be z. */
  activate(vector: number, z: Planes, out: Planes, rows: number, lanes = this.#lanes): void {
    const at = this.#nonlinearityAt(vector);
    this.#kernels.activate(
      this.#kind,
      this.#constants,
      at.tap,
      at.detuning,
      rows,
      lanes,
      z.ld,
      z.re,
      z.im,
      out.re,
      out.im,
    );
  }

  /** g becomes the cotangent of z; adds the nonlinearity's gradient. */
  activateBackward(vector: number, gradient: number, z: Planes, g: Planes, rows: number): void {
    if (this.isLinear) return;
    const at = this.#nonlinearityAt(vector);
    const to = this.#nonlinearityAt(gradient);
    this.#kernels.activateBackward(
      this.#kind,
      this.#constants,
      at.tap,
      at.detuning,
      rows,
      this.#lanes,
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
    const { re, im, ld } = this.linear.matrix;
    this.#kernels.packRows(re, im, ld, this.#modes, this.#lanes, 1, panels);
    this.#kernels.gemm(rows, this.#lanes, this.#modes, g.re, g.im, g.ld, panels, out.re, out.im, out.ld, 0);
  }

  /** Gradient of the layer's phases from its input x and the cotangent g of z. */
  backward(vector: number, gradient: number, x: Planes, g: Planes, rows: number): void {
    this.#outer(g, x, rows);
    this.linear.backward(vector, gradient, this.#scratch.cotangent, this.#scratch.state);
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

  #nonlinearityAt(vector: number): { tap: number; detuning: number } {
    const tap = vector + 4 * (this.#layer.nonlinearityOffset ?? 0);
    return { tap, detuning: tap + 4 * this.#modes };
  }
}
