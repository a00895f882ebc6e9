import type { ConvPlan } from '../../../learning/convolution/plan';
import type { Partials } from '../chip-buffers';
import type { MeshGeometry } from '../chip-kernels';
import { meshGeometryOf, slotsOf } from '../geometry';
import type { NetworkLayout } from '../network-layout';
import type { Convolve } from './steps';
import { weightsOf } from './steps';

/** Threads of a workgroup that multiplies real matrices; each computes 8 × 8 numbers. */
export interface TileShape {
  readonly threadsDown: number;
  readonly threadsAcross: number;
}

/** Sizes of workgroups and partial results. */
export interface ConvGeometry extends MeshGeometry, Partials {
  readonly isSoftware: boolean;
  /** Threads that add up a channel; a power of two. */
  readonly sumThreads: number;
}

/** How the pixels of a batch are cut for a matrix's cotangent. */
export interface Runs {
  readonly count: number;
  /** A multiple of TILE_DEPTH of shaders/lib/real_tile.wgsl. */
  readonly pixels: number;
}

const SIDE_OF_THREAD = 8;
const TILE_DEPTH = 16;

/** One SIMD group of an emulated device: see geometry.ts. */
const SOFTWARE_THREADS = 4;

/** Workgroups that keep a device busy. */
const BUSY_GROUPS = 512;

/** Shortest run worth a partial matrix, and most bytes of one stage's partial matrices. */
const SHORTEST_RUN = 256;
const PARTIALS_LIMIT = 32 * 2 ** 20;

export function convGeometry(plan: ConvPlan, layout: NetworkLayout, isSoftware: boolean): ConvGeometry {
  const mesh = meshGeometryOf(layout.modes, isSoftware);
  // Many tiles keep the device busy by themselves.
  const wanted = Math.max(1, Math.ceil(BUSY_GROUPS / layout.partCount));
  return {
    ...mesh,
    isSoftware,
    sumThreads: isSoftware ? SOFTWARE_THREADS : 256,
    splits: 1,
    slots: Math.min(wanted, slotsOf(mesh, plan.parameterCount)),
  };
}

/** Low tiles for matrices of few rows; panels of the widest take 10 of the 16 kB that every device has. */
export function tileFor(rows: number, { isSoftware }: Pick<ConvGeometry, 'isSoftware'>): TileShape {
  if (isSoftware) return { threadsDown: 2, threadsAcross: 2 };
  if (rows <= 16) return { threadsDown: 2, threadsAcross: 16 };
  if (rows <= 32) return { threadsDown: 4, threadsAcross: 16 };
  return { threadsDown: 8, threadsAcross: 8 };
}

/** Tiles down and across a matrix of so many rows and columns. */
export function tileCounts(shape: TileShape, rows: number, columns: number): readonly [number, number] {
  return [
    Math.ceil(rows / (SIDE_OF_THREAD * shape.threadsDown)),
    Math.ceil(columns / (SIDE_OF_THREAD * shape.threadsAcross)),
  ];
}

export function runsOf({ matrix, output }: Convolve, batchSize: number, geometry: ConvGeometry): Runs {
  const pixels = batchSize * output.height * output.width;
  const [down, across] = tileCounts(tileFor(matrix.rows, geometry), matrix.rows, matrix.columns);
  const wanted = Math.min(
    Math.ceil(BUSY_GROUPS / (down * across)),
    Math.ceil(pixels / SHORTEST_RUN),
    Math.max(1, Math.floor(PARTIALS_LIMIT / (4 * weightsOf(matrix)))),
  );
  const length = TILE_DEPTH * Math.ceil(pixels / wanted / TILE_DEPTH);
  return { count: Math.ceil(pixels / length), pixels: length };
}
