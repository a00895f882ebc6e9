import type { Plan } from '../../learning/plan';
import type { Partials } from './chip-buffers';
import type { MeshGeometry } from './chip-kernels';

/** Sizes of workgroups and partial results, chosen from the plan. */
export interface Geometry extends MeshGeometry, Partials {
  /** 4 × 4 blocks per workgroup tile, down and across, for products with the batch. */
  readonly tileRows: number;
  readonly tileColumns: number;
  /** Length of the `splits` runs the batch is cut into for the outer product, a multiple of a panel's depth. */
  readonly samplesPerSplit: number;
}

/** Virtual columns per workgroup of the compiling kernel: 16·512 bytes of planes twice are 16 kB. */
export const COMPILE_LANES = 4;

/** Partial results of one kernel are kept below this many bytes. */
const PARTIALS_LIMIT = 32 * 2 ** 20;

/** TILE_DEPTH of shaders/lib/gemm_tile.wgsl: a run that ended inside a panel would count samples twice. */
const PANEL_DEPTH = 8;

/** Threads of a workgroup that multiplies with the batch. */
const TILE_THREADS = 64;

/**
 * Invocations a software device runs as one SIMD group (SwiftShader). A workgroup of one group needs no
 * switching at barriers, which otherwise cost it 45–80 ns per invocation.
 */
const SOFTWARE_THREADS = 4;

/** Workgroups of the mesh kernels; on a software device they shrink to one SIMD group. */
export function meshGeometryOf(modes: number, isSoftware: boolean): MeshGeometry {
  return {
    modes,
    meshThreads: Math.min(isSoftware ? SOFTWARE_THREADS : 256, Math.max(1, Math.floor(modes / 2))),
    // Two fields and two cotangents of 8 bytes a lane fill WebGPU's guaranteed 16 kB at 256 modes and 4 lanes.
    backwardLanes: modes > 256 ? 2 : 4,
  };
}

/** Partial gradients of the backward mesh kernel: one per group of its virtual columns, as far as they fit. */
export function slotsOf({ modes, backwardLanes }: MeshGeometry, parameterCount: number): number {
  const groups = Math.ceil(modes / backwardLanes);
  return Math.min(groups, Math.max(1, Math.floor(PARTIALS_LIMIT / (4 * parameterCount))));
}

/** @param isSoftware whether the device is emulated on the processor */
export function geometryOf(plan: Plan, isSoftware: boolean): Geometry {
  const { modes, batchSize, layers, parameterCount } = plan;
  const mesh = meshGeometryOf(modes, isSoftware);
  const tileRows = isSoftware || modes <= 8 ? 2 : modes <= 16 ? 4 : 8;
  const matrixBytes = 8 * modes * modes * layers.length;
  // Small matrices have few tiles: shorter runs keep the device busy.
  const shortestRun = modes <= 64 ? 32 : 128;
  const wanted = Math.min(
    Math.ceil(batchSize / shortestRun),
    Math.max(1, Math.floor(PARTIALS_LIMIT / matrixBytes)),
  );
  const samplesPerSplit = PANEL_DEPTH * Math.ceil(batchSize / wanted / PANEL_DEPTH);
  return {
    ...mesh,
    tileRows,
    tileColumns: (isSoftware ? SOFTWARE_THREADS : TILE_THREADS) / tileRows,
    splits: Math.ceil(batchSize / samplesPerSplit),
    samplesPerSplit,
    slots: slotsOf(mesh, parameterCount),
  };
}
