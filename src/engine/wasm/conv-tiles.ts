import type { ConvPlan } from '../../learning/convolution/plan';
import type { Die } from '../../learning/die';
import type { PlanLinear } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type { Mesh } from '../../photonics/mesh';
import { mziCount } from '../../photonics/mesh';
import type { Arena } from './arena';
import type { DensePlan } from './conv-dense-plan';
import { ConvRealTiles, canBeReal } from './conv-real-tiles';
import type { TilePlace } from './conv-tile-place';
import { tilePlace } from './conv-tile-place';
import type { Kernels } from './kernels';
import type { Planes } from './planes';
import { allocatePlanes, matrixStride } from './planes';
import { WasmLinear } from './wasm-linear';

/** One tile with where its part of a matrix belongs. */
interface Tile {
  readonly block: PlanLinear;
  readonly place: TilePlace;
  /** Number of its first interferometer and of its first mesh in the whole network. */
  readonly firstDevice: number;
  readonly firstMesh: number;
  /** Whether the real kernels compute it while it has no flaws. */
  readonly canBeReal: boolean;
  /** Its complex kernels, from their first use on. */
  linear: WasmLinear | undefined;
}

/** The tiles of a convolutional network's matrices in WASM memory: phases to dense matrices, and gradients back. */
export class ConvTiles {
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #sigma: number;
  readonly #tiles: readonly Tile[];
  readonly #real: ConvRealTiles | undefined;
  readonly #cotangent: Planes;
  readonly #state: Planes;
  readonly #floats: number;
  #die: Die;
  /** Whether the last {@link compile} used the real kernels where they apply. */
  #isReal = false;

  constructor(kernels: Kernels, arena: Arena, plan: ConvPlan, dense: DensePlan) {
    this.#sigma = plan.effects?.splitterNoise ?? 0;
    const tiles = tilesOf(plan, dense, this.#sigma === 0);
    const real = tiles.filter((tile) => tile.canBeReal);
    const first = real[0];
    const size = Math.max(1, ...tiles.map(({ block }) => block.mesh.topology.modes));
    this.#kernels = kernels;
    this.#arena = arena;
    this.#tiles = tiles;
    this.#real = first && new ConvRealTiles(kernels, arena, first.block.mesh.topology, real);
    this.#cotangent = allocatePlanes(arena, size, matrixStride(size));
    this.#state = allocatePlanes(arena, size, matrixStride(size));
    this.#floats = size * this.#cotangent.ld;
    this.#die = meshesOf(tiles.map(({ block }) => block)).map(({ flaws }) => flaws);
  }

  /** Replaces the flaws of all meshes. */
  setDie(die: Die): void {
    this.#die = die;
    for (const { linear, firstMesh } of this.#tiles) linear?.setFlaws(die.slice(firstMesh, firstMesh + 2));
  }

  /**
   * Multiplies all meshes into their matrices.
   * @param phases address of the vector that light meets
   * @param key of the couplers' noise
   * @param vector dense vector to write
   */
  compile(phases: number, key: number | undefined, vector: number): void {
    const isIdeal = this.#die.every((flaws) => flaws === undefined);
    this.#isReal = isIdeal && this.#real?.areReal(phases) === true;
    if (this.#isReal) this.#real?.compile(phases, vector);
    for (const tile of this.#complexTiles()) {
      const linear = this.#linearOf(tile);
      const { at, width, rows, columns, imaginary } = tile.place;
      linear.compile(phases, key);
      const { re, im, ld } = linear.matrix;
      this.#kernels.copyBlock(re, ld, rows, columns, vector + 4 * at, width);
      if (imaginary !== undefined)
        this.#kernels.copyBlock(im, ld, rows, columns, vector + 4 * imaginary, width);
    }
  }

  /**
   * Writes the gradient of all phases and attenuators that training may move.
   * @param phases those of the last {@link compile}
   * @param dense dense vector with the matrices' cotangents
   */
  backward(phases: number, gradient: number, dense: number): void {
    if (this.#isReal) this.#real?.backward(phases, gradient, dense);
    const { re, im, ld } = this.#cotangent;
    for (const tile of this.#complexTiles()) {
      const { at, width, rows, columns, imaginary } = tile.place;
      this.#arena.f32(re, this.#floats).fill(0);
      this.#arena.f32(im, this.#floats).fill(0);
      this.#kernels.copyBlock(dense + 4 * at, width, rows, columns, re, ld);
      if (imaginary !== undefined)
        this.#kernels.copyBlock(dense + 4 * imaginary, width, rows, columns, im, ld);
      this.#linearOf(tile).backward(phases, gradient, this.#cotangent, this.#state);
    }
  }

  #complexTiles(): readonly Tile[] {
    return this.#isReal ? this.#tiles.filter((tile) => !tile.canBeReal) : this.#tiles;
  }

  #linearOf(tile: Tile): WasmLinear {
    const { block, firstDevice, firstMesh } = tile;
    if (tile.linear) return tile.linear;
    const linear = new WasmLinear(this.#kernels, this.#arena, block, this.#sigma, firstDevice);
    linear.setFlaws(this.#die.slice(firstMesh, firstMesh + 2));
    tile.linear = linear;
    return linear;
  }
}

function tilesOf(plan: ConvPlan, dense: DensePlan, withoutNoise: boolean): readonly Tile[] {
  const tiles: Tile[] = [];
  let [firstDevice, firstMesh] = [0, 0];
  // The real kernels' tiles have one topology in common.
  let topology: Mesh | undefined;
  plan.stages.forEach((stage, index) => {
    const target = dense.stages[index];
    if (stage.kind !== 'convolve' || target?.kind !== 'convolve') return;
    const { matrix } = stage;
    matrix.blocks.forEach((block, position) => {
      const place = tilePlace(matrix, position, target.matrixOffset);
      const isReal = withoutNoise && !matrix.complex && canBeReal(block, topology);
      if (isReal) topology = block.mesh.topology;
      tiles.push({ block, place, firstDevice, firstMesh, canBeReal: isReal, linear: undefined });
      const meshes = meshesOf([block]);
      firstMesh += meshes.length;
      for (const mesh of meshes) firstDevice += mziCount(mesh.topology);
    });
  });
  return tiles;
}
