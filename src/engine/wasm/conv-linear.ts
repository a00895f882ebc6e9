import type { Arena } from './arena';
import type { DenseConvolve } from './conv-dense-plan';
import type { ConvGeometry, Patches } from './conv-geometry';
import { convGeometry, patchColumn } from './conv-geometry';
import type { PanelLayout } from './conv-layout';
import { LANES, laneOf } from './conv-layout';
import type { ConvKernels } from './conv-kernels';

/** One linear stage's matrix and products in WASM memory. */
export class ConvLinear {
  /** Whether samples can be computed one at a time, while they are in the cache. */
  readonly perSample: boolean;
  readonly #kernels: ConvKernels;
  readonly #arena: Arena;
  readonly #stage: DenseConvolve;
  readonly #x: PanelLayout;
  readonly #z: PanelLayout;
  readonly #geometry: ConvGeometry;
  readonly #forward: number;
  readonly #outer: number;
  readonly #backward: number;
  readonly #forwardIndex: number;
  readonly #backwardIndex: number;
  readonly #weights: number;
  readonly #mirrored: number;
  readonly #sums: number;
  readonly #bias: number;
  readonly #dark: number;
  readonly #g: number;

  /**
   * @param isFirst whether nobody asks for the cotangent of its input
   * @param samples most samples at a time
   */
  constructor(
    kernels: ConvKernels,
    arena: Arena,
    stage: DenseConvolve,
    x: PanelLayout,
    z: PanelLayout,
    isFlat: boolean,
    samples: number,
    readonly isFirst: boolean,
  ) {
    const geometry = convGeometry(stage, x, z, isFlat);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#stage = stage;
    this.#x = x;
    this.#z = z;
    this.#geometry = geometry;
    this.perSample = geometry.perSample;
    this.#forward = put(arena, geometry.forward);
    this.#outer = put(arena, geometry.outer);
    this.#backward = put(arena, geometry.backward);
    this.#forwardIndex = arena.putInts(geometry.forwardIndex);
    this.#backwardIndex = isFirst ? 0 : arena.putInts(geometry.backwardIndex);
    this.#weights = arena.floats(geometry.forwardIndex.length);
    this.#mirrored = isFirst ? 0 : arena.floats(geometry.backwardIndex.length);
    this.#sums = arena.floats(geometry.forwardIndex.length);
    this.#bias = arena.floats(z.panels * LANES);
    // The cotangent of x has no bias.
    this.#dark = arena.floats(x.panels * x.panel);
    this.#g = arena.floats((geometry.perSample ? 1 : 4 * Math.ceil(samples / 4)) * geometry.g.sample);
  }

  /** Takes over the matrix and bias of a dense vector. */
  load(vector: number): void {
    const { forwardIndex, backwardIndex } = this.#geometry;
    const matrix = vector + 4 * this.#stage.matrixOffset;
    this.#kernels.gatherFloats(matrix, this.#forwardIndex, forwardIndex.length, this.#weights);
    if (!this.isFirst)
      this.#kernels.gatherFloats(matrix, this.#backwardIndex, backwardIndex.length, this.#mirrored);
    this.#loadBias(vector);
  }

  /** Sets the sums of gradients to 0. */
  clear(): void {
    this.#arena.f32(this.#sums, this.#geometry.forwardIndex.length).fill(0);
  }

  /** Writes the sums of gradients into a dense vector. */
  store(gradient: number): void {
    const { length } = this.#geometry.forwardIndex;
    const matrix = gradient + 4 * this.#stage.matrixOffset;
    this.#kernels.scatterFloats(this.#sums, this.#forwardIndex, length, matrix);
  }

  /** z = matrix · patches of x + bias, of `count` samples; of one where {@link perSample}. */
  forward(x: number, z: number, count: number): void {
    const patches = this.#sized(this.#forward, count);
    if (this.perSample) {
      this.#kernels.convolve(patches, x, this.#weights, this.#bias, z);
      return;
    }
    for (let column = 0; column < this.#geometry.zColumns; column++) {
      const from = x + patchColumn(this.#stage, this.#x, column);
      this.#kernels.convolve(patches, from, this.#weights, this.#bias, z + column * 4 * LANES);
    }
  }

  /** Takes the cotangent of one panel of one sample of z; where {@link perSample}, of the current sample. */
  place(cotangent: number, sample: number, panel: number): void {
    const { g, gFirst, gRow, gStep, perSample } = this.#geometry;
    const { height, width } = this.#z.shape;
    const start = this.#g + (perSample ? 0 : 4 * sample * g.sample) + gFirst;
    const panelBytes = 4 * g.height * g.width * LANES;
    this.#kernels.placePositions(cotangent, height, width, start + panel * panelBytes, gRow, gStep);
  }

  /**
   * Adds the gradient of the matrix from the placed cotangents, and writes the cotangent of x (without padding) to
   * `dx` unless the stage is the first.
   */
  backward(x: number, dx: number, count: number): void {
    const { gFirst, gStep, zColumns, xColumns } = this.#geometry;
    const outer = this.#sized(this.#outer, count);
    const columns = this.perSample ? 1 : zColumns;
    for (let column = 0; column < columns; column++) {
      const from = x + patchColumn(this.#stage, this.#x, column);
      this.#kernels.convolveOuter(outer, from, this.#g + gFirst + column * gStep, this.#sums);
    }
    if (this.isFirst) return;
    const backward = this.#sized(this.#backward, count);
    const dxColumns = this.perSample ? 1 : xColumns;
    for (let column = 0; column < dxColumns; column++) {
      const at = column * 4 * LANES;
      this.#kernels.convolve(backward, this.#g + at, this.#mirrored, this.#dark, dx + at);
    }
  }

  #loadBias(vector: number): void {
    const { biasOffset, output } = this.#stage;
    if (biasOffset === undefined) return;
    const bias = this.#arena.f32(vector + 4 * biasOffset, output.channels);
    const lanes = this.#arena.f32(this.#bias, this.#z.panels * LANES);
    bias.forEach((value, channel) => (lanes[laneOf(this.#z, channel)] = value));
  }

  /** Where tiles are samples, their number is that of the call. */
  #sized(patches: number, count: number): number {
    if (!this.perSample) new Int32Array(this.#arena.memory.buffer, patches, 2)[1] = count;
    return patches;
  }
}

function put(arena: Arena, patches: Patches): number {
  return arena.putInts([
    patches.rows,
    patches.width,
    patches.outPanels,
    patches.inPanels,
    patches.kernel,
    patches.segment,
    patches.pitch,
    patches.xRow,
    patches.xStep,
    patches.xPanel,
    patches.xKernelRow,
    patches.zRow,
    patches.zStep,
    patches.zPanel,
  ]);
}
