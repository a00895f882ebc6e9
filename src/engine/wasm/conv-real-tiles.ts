import type { PlanLinear } from '../../learning/plan';
import type { Mesh } from '../../photonics/mesh';
import { mziCount } from '../../photonics/mesh';
import type { Arena } from './arena';
import type { TilePlace } from './conv-tile-place';
import type { ConvKernels } from './conv-kernels';

/** A tile with real weights, and where it belongs. */
export interface PlacedBlock {
  readonly block: PlanLinear;
  readonly place: TilePlace;
}

/**
 * Whether {@link ConvRealTiles} can compute a tile while it has no flaws: a push-pull `usv` layer without loss.
 * @param topology that both its meshes must have, or any one of their own
 */
export function canBeReal({ before, attenuatorOffset, mesh }: PlanLinear, topology = mesh.topology): boolean {
  if (before === undefined || attenuatorOffset === undefined) return false;
  return [before, mesh].every(
    (each) =>
      each.topology === topology &&
      topology.fixed === undefined &&
      each.losses === undefined &&
      each.drive === 'push-pull',
  );
}

/** Tiles of flawless real meshes on one topology, all computed in one call (assembly/conv-real-tiles.ts). */
export class ConvRealTiles {
  readonly #kernels: ConvKernels;
  readonly #count: number;
  readonly #shape: number;
  readonly #tiles: number;

  constructor(kernels: ConvKernels, arena: Arena, topology: Mesh, blocks: readonly PlacedBlock[]) {
    const { modes } = topology;
    const count = mziCount(topology);
    const ld = 4 * Math.ceil(modes / 4);
    const matrix = (): number => arena.floats(modes * ld);
    const scratch = [arena.floats(3 * 4 * Math.ceil(count / 4)), matrix(), matrix()];
    const records = blocks.map(({ block, place }) => record(block, place, matrix(), matrix()));
    this.#kernels = kernels;
    this.#count = blocks.length;
    this.#shape = arena.putInts([modes, ld, count, arena.putInts(topology.pairs), ...scratch]);
    this.#tiles = arena.putInts(records.flat());
    const gains = arena.f32(this.#tiles, FIELDS * blocks.length);
    blocks.forEach(({ block }, k) => (gains[FIELDS * k + GAIN] = block.gain));
  }

  /** Whether all signs still are 0 or π: someone may have turned them. */
  areReal(phases: number): boolean {
    return this.#kernels.tilesAreReal(this.#shape, this.#tiles, this.#count, phases) === 1;
  }

  /** Writes all matrices into a dense vector. */
  compile(phases: number, vector: number): void {
    this.#kernels.compileTiles(this.#shape, this.#tiles, this.#count, phases, vector);
  }

  /** Writes the gradient of theta and alpha from the matrices' cotangents in a dense vector. */
  backward(phases: number, gradient: number, dense: number): void {
    this.#kernels.tilesGradient(this.#shape, this.#tiles, this.#count, phases, dense, gradient);
  }
}

/** Fields of `RealTile`, and which of them is the gain. */
const FIELDS = 14;
const GAIN = 11;

function record(
  { before, attenuatorOffset, mesh }: PlanLinear,
  place: TilePlace,
  inner: number,
  whole: number,
): readonly number[] {
  return [
    before?.thetaOffset ?? 0,
    before?.phiOffset ?? 0,
    before?.gammaOffset ?? 0,
    attenuatorOffset ?? 0,
    mesh.thetaOffset,
    mesh.phiOffset,
    mesh.gammaOffset,
    place.at,
    place.width,
    place.rows,
    place.columns,
    0,
    inner,
    whole,
  ];
}
