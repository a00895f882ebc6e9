import { mziCount } from '../../photonics/mesh';
import type { PlanLinear } from '../plan';
import { meshesOf } from '../plan';
import type { ConvPlan, ConvStage } from './plan';

/** How one linear stage lies on chip-sized meshes. */
export interface TiledStage {
  /** Position among the plan's stages. */
  readonly stage: number;
  /** `patches`: a convolution; `pixels`: every channel of single pixels; `dense`: a matrix after the head. */
  readonly kind: 'patches' | 'pixels' | 'dense';
  /** Of the matrix; complex rows where both quadratures are read. */
  readonly rows: number;
  readonly columns: number;
  readonly complex: boolean;
  /** Modes of a tile. */
  readonly tile: number;
  /** Tiles under the matrix, from top to bottom and from left to right. */
  readonly down: number;
  readonly across: number;
  /** Places of one image that the matrix looks at, one after the other. */
  readonly positions: number;
  /** Phase shifters of all its tiles, fixed ones included. */
  readonly phases: number;
  /** Interferometers of all its tiles. */
  readonly interferometers: number;
  /** Share of the tiles' area that the matrix fills, 0 … 1. */
  readonly filled: number;
}

/** Every linear stage of a network in the order of light. */
export function tileMap(plan: Pick<ConvPlan, 'stages'>): readonly TiledStage[] {
  return plan.stages.flatMap((stage, index) => (stage.kind === 'convolve' ? [tiledStage(stage, index)] : []));
}

/**
 * Passes of light per inference, in time: each fills every tile of the chip with one patch. The chip holds `tiles` tiles
 * and is set anew {@link settings} times.
 */
export function passes(stage: TiledStage, tiles: number): number {
  return settings(stage, tiles) * stage.positions;
}

/** Times a chip of `tiles` tiles is given new phases for one stage. */
export function settings({ down, across }: TiledStage, tiles: number): number {
  return Math.ceil((down * across) / tiles);
}

/** Sums over all stages; `passes` and `settings` for a chip of `tiles` tiles. */
export function tileTotals(
  stages: readonly TiledStage[],
  tiles: number,
): {
  readonly tiles: number;
  readonly phases: number;
  readonly interferometers: number;
  readonly passes: number;
  readonly settings: number;
} {
  const sum = (of: (stage: TiledStage) => number): number =>
    stages.reduce((total, stage) => total + of(stage), 0);
  return {
    tiles: sum(({ down, across }) => down * across),
    phases: sum(({ phases }) => phases),
    interferometers: sum(({ interferometers }) => interferometers),
    passes: sum((stage) => passes(stage, tiles)),
    settings: sum((stage) => settings(stage, tiles)),
  };
}

function tiledStage(stage: Extract<ConvStage, { kind: 'convolve' }>, index: number): TiledStage {
  const { matrix, kernel, output } = stage;
  const { columns, complex, tile, blocks } = matrix;
  const rows = complex ? matrix.rows / 2 : matrix.rows;
  const positions = output.height * output.width;
  return {
    stage: index,
    kind: kernel > 1 ? 'patches' : positions > 1 ? 'pixels' : 'dense',
    rows,
    columns,
    complex,
    tile,
    down: Math.ceil(rows / tile),
    across: Math.ceil(columns / tile),
    positions,
    phases: blocks.reduce((sum, block) => sum + phasesOf(block), 0),
    interferometers: meshesOf(blocks).reduce((sum, { topology }) => sum + mziCount(topology), 0),
    filled: (rows * columns) / (blocks.length * tile ** 2),
  };
}

/** Theta and phi of every interferometer, gamma of every port, and the attenuators. */
function phasesOf(block: PlanLinear): number {
  const inMeshes = meshesOf([block]).reduce(
    (sum, { topology }) => sum + 2 * mziCount(topology) + topology.modes,
    0,
  );
  return inMeshes + (block.attenuatorOffset === undefined ? 0 : block.mesh.topology.modes);
}
