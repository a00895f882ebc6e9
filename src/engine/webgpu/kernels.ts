import coefficients from '../../../shaders/kernels/coefficients.wgsl?raw';
import compile from '../../../shaders/kernels/compile.wgsl?raw';
import gemmAdjoint from '../../../shaders/kernels/gemm_adjoint.wgsl?raw';
import gemmForward from '../../../shaders/kernels/gemm_forward.wgsl?raw';
import gemmOuter from '../../../shaders/kernels/gemm_outer.wgsl?raw';
import judge from '../../../shaders/kernels/judge.wgsl?raw';
import loadChunk from '../../../shaders/kernels/load_chunk.wgsl?raw';
import loss from '../../../shaders/kernels/loss.wgsl?raw';
import meshBackward from '../../../shaders/kernels/mesh_backward.wgsl?raw';
import nofuBackward from '../../../shaders/kernels/nofu_backward.wgsl?raw';
import sampleBatch from '../../../shaders/kernels/sample_batch.wgsl?raw';
import storeChunk from '../../../shaders/kernels/store_chunk.wgsl?raw';
import tick from '../../../shaders/kernels/tick.wgsl?raw';
import update from '../../../shaders/kernels/update.wgsl?raw';
import { LIMITS } from '../../experiment/limits';
import type { Nonlinearity } from '../../experiment/schema';
import type { Plan, PlanOptimiser } from '../../learning/plan';
import type { Geometry } from './geometry';
import { LIBRARY, OPTIMISERS, activationSource } from './shader-library';

/** How a kernel uses a binding; its index is its place in the list. */
export type BindingKind = 'uniform' | 'read' | 'write';

/** A kernel before it is a pipeline: everything that tells one pipeline from another is in the source. */
export interface KernelSpec {
  readonly name: string;
  readonly source: string;
  readonly bindings: readonly BindingKind[];
}

/** Threads of the kernels that walk a batch or a parameter vector. */
export const BATCH_THREADS = 64;
export const UPDATE_THREADS = 64;
/** Modes each thread of the gathering kernels copies. */
export const MODES_PER_THREAD = 16;
/** Steps the metrics ring holds: seconds of the fastest training, and read more often than that. */
export const RING = 1024;

type Constants = Readonly<Record<string, number | boolean>>;

/** WGSL constants in front of a kernel: counts become u32, scalars f32. */
function prefix(constants: Constants, floats: Readonly<Record<string, number>> = {}): string {
  const lines = Object.entries(constants).map(
    ([name, value]) => `const ${name} = ${value}${typeof value === 'number' ? 'u' : ''};`,
  );
  // Exponent form is a float literal in WGSL whatever the value.
  for (const [name, value] of Object.entries(floats))
    lines.push(`const ${name}: f32 = ${Math.fround(value).toExponential()};`);
  return lines.join('\n');
}

function spec(name: string, bindings: readonly BindingKind[], ...parts: readonly string[]): KernelSpec {
  return { name, bindings, source: parts.join('\n') };
}

const { complex, expLog, gemmTile, interferometer, lanes2, lanes4, permutation, readout, shape, sincos } =
  LIBRARY;
const network = `${prefix({ MAX_LAYERS: LIMITS.layers.max })}\n${LIBRARY.network}`;

export function sampleBatchKernel({ modes }: Geometry): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec('sample_batch', bindings, prefix({ MODES: modes }), permutation, sampleBatch);
}

export function loadChunkKernel({ modes }: Geometry): KernelSpec {
  return spec('load_chunk', ['uniform', 'read', 'write'], prefix({ MODES: modes }), loadChunk);
}

export function storeChunkKernel({ modes }: Geometry): KernelSpec {
  return spec('store_chunk', ['uniform', 'read', 'write'], prefix({ MODES: modes }), storeChunk);
}

export function coefficientsKernel(): KernelSpec {
  return spec(
    'coefficients',
    ['uniform', 'read', 'read', 'read', 'write'],
    complex,
    sincos,
    network,
    coefficients,
  );
}

export function compileKernel({ modes, meshThreads }: Geometry): KernelSpec {
  const constants = prefix({ MODES: modes, THREADS: meshThreads });
  return spec(
    'compile',
    ['uniform', 'read', 'read', 'read', 'write'],
    constants,
    lanes4,
    sincos,
    network,
    interferometer,
    compile,
  );
}

export function meshBackwardKernel({ modes, meshThreads, backwardLanes }: Geometry): KernelSpec {
  const constants = prefix({ MODES: modes, THREADS: meshThreads });
  const lanes = backwardLanes === 4 ? lanes4 : lanes2;
  const bindings = ['uniform', 'read', 'read', 'read', 'read', 'read', 'read', 'write'] as const;
  return spec('mesh_backward', bindings, constants, lanes, sincos, network, interferometer, meshBackward);
}

export function forwardKernel(geometry: Geometry, kind: Nonlinearity['kind']): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec(
    `gemm_forward ${kind}`,
    bindings,
    batchTile(geometry),
    activationSource(kind),
    gemmTile,
    gemmForward,
  );
}

/** Nonlinearities that kernels take cotangents back through in passing; a NOFU's gradient has a kernel of its own. */
function passingKind(kind: Nonlinearity['kind']): Nonlinearity['kind'] {
  return kind === 'nofu' ? 'none' : kind;
}

/** @param previous nonlinearity of the layer before */
export function adjointKernel(geometry: Geometry, previous: Nonlinearity['kind']): KernelSpec {
  const kind = passingKind(previous);
  const bindings = ['uniform', 'read', 'read', 'read', 'write'] as const;
  return spec(
    `gemm_adjoint ${kind}`,
    bindings,
    batchTile(geometry),
    activationSource(kind),
    gemmTile,
    gemmAdjoint,
  );
}

export function outerKernel({ modes, tileRows, samplesPerSplit }: Geometry): KernelSpec {
  const constants = prefix({
    MODES: modes,
    THREADS_ROWS: tileRows,
    THREADS_COLUMNS: tileRows,
    SAMPLES_PER_SPLIT: samplesPerSplit,
  });
  return spec(
    'gemm_outer',
    ['uniform', 'read', 'read', 'write'],
    constants,
    complex,
    shape,
    gemmTile,
    gemmOuter,
  );
}

function batchTile({ modes, tileRows, tileColumns }: Geometry): string {
  return prefix({ MODES: modes, THREADS_ROWS: tileRows, THREADS_COLUMNS: tileColumns });
}

export function nofuBackwardKernel({ modes }: Geometry): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'write', 'write'] as const;
  return spec('nofu_backward', bindings, prefix({ MODES: modes }), activationSource('nofu'), nofuBackward);
}

/** @param last nonlinearity of the last layer */
export function lossKernel(plan: Plan, last: Nonlinearity['kind']): KernelSpec {
  const kind = passingKind(last);
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec(
    `loss ${kind}`,
    bindings,
    prefix({ MODES: plan.modes }),
    readoutPrefix(plan),
    activationSource(kind),
    readout,
    loss,
  );
}

export function judgeKernel(plan: Plan): KernelSpec {
  return spec('judge', ['uniform', 'read', 'read', 'write'], readoutPrefix(plan), expLog, readout, judge);
}

function readoutPrefix({ classes, readout: { normalise, scale, loss: kind } }: Plan): string {
  return prefix(
    { CLASSES: classes, NORMALISE: normalise, MEAN_SQUARE: kind === 'mse' },
    { READOUT_SCALE: scale },
  );
}

/** @param optimiser undefined: the gradient is summed and reported, no parameter moves */
export function updateKernel(optimiser: PlanOptimiser | undefined): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write', 'write', 'write', 'write'] as const;
  return spec(`update ${optimiser?.kind ?? 'hold'}`, bindings, optimiserSource(optimiser), network, update);
}

function optimiserSource(optimiser: PlanOptimiser | undefined): string {
  if (optimiser === undefined) return OPTIMISERS.hold;
  if (optimiser.kind === 'sgd') return prefix({}, { MOMENTUM: optimiser.momentum }) + '\n' + OPTIMISERS.sgd;
  const { beta1, beta2 } = optimiser;
  const betas = { BETA1: beta1, ONE_MINUS_BETA1: 1 - beta1, BETA2: beta2, ONE_MINUS_BETA2: 1 - beta2 };
  return prefix({}, betas) + '\n' + OPTIMISERS.adam;
}

export function tickKernel(): KernelSpec {
  return spec('tick', ['read', 'read', 'write', 'write'], prefix({ RING }), tick);
}
