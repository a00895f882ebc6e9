import type { EncodedData } from '../../data/fields';
import type { Plan, PlanMesh } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import { engineError } from '../engine-fault';
import type { Arena } from './arena';
import { batchStride, matrixStride } from './planes';
import { CHUNK } from './wasm-network';
import { OUTER_DEPTH } from './wasm-layer';

/** Bytes of a run in WASM memory, by what they grow with. */
export interface MemoryPlan {
  /** Both splits. */
  readonly samples: number;
  /** Fields and cotangents of a batch. */
  readonly batch: number;
  /** Meshes, matrices, parameters and their moments. */
  readonly network: number;
}

/** Rounding of single allocations, at most so many bytes each. */
const ROUNDING = 128;

/** What a session will allocate, a little more than less. */
export function planMemory(plan: Plan, data: EncodedData): MemoryPlan {
  const { modes, layers, parameterCount, effects } = plan;
  const stride = batchStride(modes);
  const rowBytes = 8 * stride;
  const matrix = 8 * modes * matrixStride(modes);
  const rows = plan.batchSize + 4;
  const nonlinear = layers.filter(({ nonlinearity }) => nonlinearity.kind !== 'none').length;
  const attenuated = layers.filter(({ attenuatorOffset }) => attenuatorOffset !== undefined).length;
  const meshes = meshesOf(layers);
  const entries = effects?.crosstalk?.columns.length ?? 0;
  // Parameters, gradient, two moments; a mask, two limits; a mask, phases, scratch, four loadings, a row.
  const perParameter = 4 * (4 + 3 + (effects ? 8 : 0));
  return {
    samples: [data.train, data.test].reduce((sum, { count }) => sum + count * (rowBytes + 1), 0),
    batch:
      rows * rowBytes * (1 + layers.length + nonlinear + 2) +
      8 * stride * (rows + 20) +
      (2 * rows + 2 * CHUNK) +
      2 * CHUNK * rowBytes,
    network:
      parameterCount * perParameter +
      8 * entries +
      meshes.reduce((sum, mesh) => sum + meshBytes(mesh), 0) +
      matrix * (layers.length + attenuated + 2) +
      rowBytes * (layers.length * modes + Math.max(modes, OUTER_DEPTH)) +
      ROUNDING * (32 + 16 * layers.length + 20 * meshes.length + 8 * layers.length),
  };
}

/** Tables, coefficients and sums. */
function meshBytes({ topology, losses }: PlanMesh): number {
  const perDevice = 8 + 32 + 16 + 4 * (2 + 4 + 3) + 8 + (losses ? 16 : 0);
  return (mziCount(topology) + 4) * perDevice + (losses ? 8 * topology.modes : 0);
}

/**
 * Takes a run's memory in one piece before anything is written into it.
 * @throws PhotonicError `engine/out-of-memory`, naming what makes the run so large
 */
export function reserveMemory(arena: Arena, plan: Plan, data: EncodedData): void {
  const { samples, batch, network } = planMemory(plan, data);
  const total = samples + batch + network;
  if (arena.reserve(total)) return;
  const { where, fix } = remedy({ samples, batch, network });
  throw engineError(
    'out-of-memory',
    `This run needs ${megabytes(total)}, more than the browser gives one page: ${megabytes(network)} for meshes of ` +
      `${plan.modes} modes, ${megabytes(batch)} for a batch of ${plan.batchSize}, ${megabytes(samples)} for ` +
      `${data.train.count + data.test.count} samples.`,
    fix,
    undefined,
    where,
  );
}

/** What to make smaller. */
function remedy({ samples, batch, network }: MemoryPlan): { readonly where: string; readonly fix: string } {
  if (batch >= samples && batch >= network)
    return { where: 'training.batchSize', fix: 'Use a smaller batch, or fewer modes.' };
  if (samples >= network) return { where: 'task.dataset', fix: 'Use a smaller data set, or fewer modes.' };
  return { where: 'modes', fix: 'Use fewer modes or layers.' };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
