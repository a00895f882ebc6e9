import type { ConvPlan, TiledMatrix } from '../../learning/convolution/plan';
import { blocksOf } from '../../learning/convolution/plan';
import type { Die } from '../../learning/die';
import type { Arena } from './arena';
import type { DensePlan } from './conv-dense-plan';
import type { Kernels } from './kernels';
import type { Planes } from './planes';
import { allocatePlanes, matrixStride } from './planes';
import { WasmLinear } from './wasm-linear';

/** One tile with where its part of a matrix lies in the dense vector. */
interface Tile {
  readonly linear: WasmLinear;
  readonly rows: number;
  readonly columns: number;
  readonly ld: number;
  readonly re: number;
  /** Of the second quadrature; undefined with real weights. */
  readonly im: number | undefined;
}

/** The tiles of a convolutional network's matrices in WASM memory: phases to dense matrices, and gradients back. */
export class ConvTiles {
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #size: number;
  readonly #tiles: readonly Tile[];
  readonly #cotangent: Planes;
  readonly #state: Planes;

  constructor(kernels: Kernels, arena: Arena, plan: ConvPlan, dense: DensePlan) {
    const sigma = plan.effects?.splitterNoise ?? 0;
    const tiles: Tile[] = [];
    let devices = 0;
    plan.stages.forEach((stage, index) => {
      const target = dense.stages[index];
      if (stage.kind !== 'convolve' || target?.kind !== 'convolve') return;
      stage.matrix.blocks.forEach((block, position) => {
        const linear = new WasmLinear(kernels, arena, block, sigma, devices);
        devices += linear.devices;
        tiles.push({ linear, ...placeOf(stage.matrix, position, target.matrixOffset) });
      });
    });
    const size = Math.max(1, ...blocksOf(plan.stages).map(({ mesh }) => mesh.topology.modes));
    this.#kernels = kernels;
    this.#arena = arena;
    this.#size = size;
    this.#tiles = tiles;
    this.#cotangent = allocatePlanes(arena, size, matrixStride(size));
    this.#state = allocatePlanes(arena, size, matrixStride(size));
  }

  /** Replaces the flaws of all meshes. */
  setDie(die: Die): void {
    let rest = die;
    for (const { linear } of this.#tiles) rest = linear.setFlaws(rest);
  }

  /**
   * Multiplies all meshes into their matrices.
   * @param phases address of the vector that light meets
   * @param key of the couplers' noise
   * @param vector dense vector to write
   */
  compile(phases: number, key: number | undefined, vector: number): void {
    for (const { linear, rows, columns, ld, re, im } of this.#tiles) {
      linear.compile(phases, key);
      const { matrix } = linear;
      this.#kernels.copyBlock(matrix.re, matrix.ld, rows, columns, vector + re, ld);
      if (im !== undefined) this.#kernels.copyBlock(matrix.im, matrix.ld, rows, columns, vector + im, ld);
    }
  }

  /**
   * Writes the gradient of all phases and attenuators.
   * @param dense dense vector with the matrices' cotangents
   */
  backward(phases: number, gradient: number, dense: number): void {
    const cotangent = this.#cotangent;
    for (const { linear, rows, columns, ld, re, im } of this.#tiles) {
      const floats = this.#size * cotangent.ld;
      this.#arena.f32(cotangent.re, floats).fill(0);
      this.#arena.f32(cotangent.im, floats).fill(0);
      this.#kernels.copyBlock(dense + re, ld, rows, columns, cotangent.re, cotangent.ld);
      if (im !== undefined)
        this.#kernels.copyBlock(dense + im, ld, rows, columns, cotangent.im, cotangent.ld);
      linear.backward(phases, gradient, cotangent, this.#state);
    }
  }
}

/** What of a matrix one of its tiles covers, row-major; addresses in bytes. */
function placeOf(matrix: TiledMatrix, position: number, offset: number): Omit<Tile, 'linear'> {
  const { tile, columns: width, complex } = matrix;
  const height = complex ? matrix.rows / 2 : matrix.rows;
  const across = Math.ceil(width / tile);
  const top = Math.floor(position / across) * tile;
  const left = (position % across) * tile;
  const at = offset + top * width + left;
  return {
    rows: Math.min(tile, height - top),
    columns: Math.min(tile, width - left),
    ld: width,
    re: 4 * at,
    im: complex ? 4 * (at + height * width) : undefined,
  };
}
